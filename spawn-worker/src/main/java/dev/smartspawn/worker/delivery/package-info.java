/** How requests reach a worker: one share consumer a slot. */
@NullMarked
package dev.smartspawn.worker.delivery;

import org.jspecify.annotations.NullMarked;
