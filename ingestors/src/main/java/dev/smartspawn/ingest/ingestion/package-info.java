/** Keeps the topic of one feed up to date: one instance owns the feed, pulls it and publishes. */
@NullMarked
package dev.smartspawn.ingest.ingestion;

import org.jspecify.annotations.NullMarked;
