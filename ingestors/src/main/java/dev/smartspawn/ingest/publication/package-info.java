/** What ingestors read from Kafka and write to it. */
@NullMarked
package dev.smartspawn.ingest.publication;

import org.jspecify.annotations.NullMarked;
