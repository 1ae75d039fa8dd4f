/** The constants of the formulas, and exact decimal arithmetic. */
@NullMarked
package dev.smartspawn.enrich.rule;

import org.jspecify.annotations.NullMarked;
