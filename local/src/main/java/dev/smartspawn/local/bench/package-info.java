/** What was promised in figures, measured: {@code ./smart-spawn bench}. */
@NullMarked
package dev.smartspawn.local.bench;

import org.jspecify.annotations.NullMarked;
