/**
 * Values that cannot be true are left out before anything is computed from them: a date in the
 * future, a figure off its scale. Each costs its field only.
 */
@NullMarked
package dev.smartspawn.enrich.plausibility;

import org.jspecify.annotations.NullMarked;
