/**
 * Orders models by what was measured. Pure functions, no I/O: {@link
 * dev.smartspawn.enrich.rank.Ranking} is where to begin, {@link dev.smartspawn.enrich.rank.Recipe}
 * says which figures speak for which category, {@link dev.smartspawn.enrich.rank.Evaluation} says
 * how far the order can be trusted.
 */
@NullMarked
package dev.smartspawn.enrich.rank;

import org.jspecify.annotations.NullMarked;
