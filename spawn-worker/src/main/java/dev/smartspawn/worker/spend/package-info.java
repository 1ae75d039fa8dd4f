/** Adds up what the calls of the ledger cost. */
@NullMarked
package dev.smartspawn.worker.spend;

import org.jspecify.annotations.NullMarked;
