/** A score per category, by formula or by override, and what it costs. */
@NullMarked
package dev.smartspawn.enrich.score;

import org.jspecify.annotations.NullMarked;
