/** Calling models: routes, retries, circuit breakers, reservations. */
@NullMarked
package dev.smartspawn.worker.call;

import org.jspecify.annotations.NullMarked;
