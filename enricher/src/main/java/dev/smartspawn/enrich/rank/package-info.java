/**
 * Ranks models by what was measured. Plain functions without I/O; start at {@link
 * dev.smartspawn.enrich.rank.QualityRanking}. {@link dev.smartspawn.enrich.rank.Recipe} lists which
 * metrics count for which category.
 */
@NullMarked
package dev.smartspawn.enrich.rank;

import org.jspecify.annotations.NullMarked;
