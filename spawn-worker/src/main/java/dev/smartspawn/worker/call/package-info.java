/** Calling models: routes, retries, circuits, reservations. */
@NullMarked
package dev.smartspawn.worker.call;

import org.jspecify.annotations.NullMarked;
