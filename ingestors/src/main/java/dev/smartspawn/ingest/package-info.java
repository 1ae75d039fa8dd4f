/**
 * Pulls the five sources and the two reference files and publishes what they say. {@link
 * dev.smartspawn.ingest.Ingestors} is where to begin; a source only fetches and parses, one {@link
 * dev.smartspawn.ingest.Ingestion} keys, compares, publishes and counts for all.
 */
@NullMarked
package dev.smartspawn.ingest;

import org.jspecify.annotations.NullMarked;
