/** Runs a Kafka Streams stage of the worker. */
@NullMarked
package dev.smartspawn.worker.stage;

import org.jspecify.annotations.NullMarked;
