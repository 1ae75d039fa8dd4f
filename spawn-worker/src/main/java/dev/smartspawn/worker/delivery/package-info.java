/** How requests reach a worker: each slot has its own share consumer. */
@NullMarked
package dev.smartspawn.worker.delivery;

import org.jspecify.annotations.NullMarked;
