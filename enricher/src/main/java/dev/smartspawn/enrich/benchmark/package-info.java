/** Layer 2, second half: the figures those records supply. */
@NullMarked
package dev.smartspawn.enrich.benchmark;

import org.jspecify.annotations.NullMarked;
