/** What one answer of another model would have cost, to compare a spawn's cost with. */
@NullMarked
package dev.smartspawn.worker.baseline;

import org.jspecify.annotations.NullMarked;
