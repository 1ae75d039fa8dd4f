/** What calls may cost, may cost at most, and did cost. */
@NullMarked
package dev.smartspawn.worker.money;

import org.jspecify.annotations.NullMarked;
