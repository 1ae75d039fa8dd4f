/**
 * Has tasks done by models. {@link dev.smartspawn.worker.SpawnWorker} is the whole of it: slots
 * that take requests, and the stage that turns their events into results.
 */
@NullMarked
package dev.smartspawn.worker;

import org.jspecify.annotations.NullMarked;
