/** A single-node Apache Kafka in this JVM, with everything it needs under one folder. */
@NullMarked
package dev.smartspawn.local.kafka;

import org.jspecify.annotations.NullMarked;
