/** The sizes of the specification's formulas, and those it leaves open. */
@NullMarked
package dev.smartspawn.enrich.rule;

import org.jspecify.annotations.NullMarked;
