/** What every source offers: it fetches and parses, and knows nothing of Kafka. */
@NullMarked
package dev.smartspawn.ingest.source;

import org.jspecify.annotations.NullMarked;
