/** The contract of every source: it fetches and parses, and does not know about Kafka. */
@NullMarked
package dev.smartspawn.ingest.source;

import org.jspecify.annotations.NullMarked;
