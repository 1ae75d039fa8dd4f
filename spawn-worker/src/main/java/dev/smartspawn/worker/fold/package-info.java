/** Folds events into results, exactly once. */
@NullMarked
package dev.smartspawn.worker.fold;

import org.jspecify.annotations.NullMarked;
