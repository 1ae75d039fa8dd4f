/** Sparse features and a linear model with small whole numbers as weights. */
@NullMarked
package dev.smartspawn.query.task.linear;

import org.jspecify.annotations.NullMarked;
