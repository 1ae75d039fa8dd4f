/** What a spawn's events amount to, and the log they stand in. */
@NullMarked
package dev.smartspawn.worker.ledger;

import org.jspecify.annotations.NullMarked;
