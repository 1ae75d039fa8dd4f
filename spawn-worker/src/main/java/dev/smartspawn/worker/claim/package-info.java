/** Who may work on a spawn: a claim in the log. */
@NullMarked
package dev.smartspawn.worker.claim;

import org.jspecify.annotations.NullMarked;
