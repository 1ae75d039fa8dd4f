/** The log of spawn events, and the history of each spawn. */
@NullMarked
package dev.smartspawn.worker.ledger;

import org.jspecify.annotations.NullMarked;
