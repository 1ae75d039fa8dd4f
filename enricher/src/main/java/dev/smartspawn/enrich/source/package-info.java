/**
 * What the enricher knows about each source: how its names are written, which metrics its records
 * carry, which of several records represents a model. A new source is one {@link
 * dev.smartspawn.enrich.source.SourceReading} and one line in {@link
 * dev.smartspawn.enrich.source.SourceReadings}.
 */
@NullMarked
package dev.smartspawn.enrich.source;

import org.jspecify.annotations.NullMarked;
