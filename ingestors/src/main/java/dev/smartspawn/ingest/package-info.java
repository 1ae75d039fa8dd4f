/**
 * Pulls sources and reads reference files. An {@link dev.smartspawn.ingest.ingestion.Ingestion}
 * owns the schedule, the publishing and the reporting of one {@link
 * dev.smartspawn.ingest.feed.Feed}; a source package fetches and parses.
 */
@NullMarked
package dev.smartspawn.ingest;

import org.jspecify.annotations.NullMarked;
