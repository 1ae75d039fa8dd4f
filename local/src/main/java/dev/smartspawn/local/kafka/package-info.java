/** A single-node Apache Kafka in this JVM, with all its state in one folder. */
@NullMarked
package dev.smartspawn.local.kafka;

import org.jspecify.annotations.NullMarked;
