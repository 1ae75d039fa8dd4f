/** Reads from and writes to Kafka for the ingestors. */
@NullMarked
package dev.smartspawn.ingest.publication;

import org.jspecify.annotations.NullMarked;
