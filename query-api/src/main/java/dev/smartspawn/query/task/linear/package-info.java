/** Sparse features and a linear model with eight-bit weights over them. */
@NullMarked
package dev.smartspawn.query.task.linear;

import org.jspecify.annotations.NullMarked;
