/**
 * From what sources said to what a model is. A record's way, room by room: {@code intake} holds it,
 * {@code catalogue} reads OpenRouter's, {@code name} and {@code evidence} find the model of every
 * other, {@code benchmark} takes the figures, {@code classification} and {@code score} judge them,
 * {@code publication} sends what differs. {@link dev.smartspawn.enrich.EnrichmentTopology} is the
 * flow, {@link dev.smartspawn.enrich.Enrichment} the pure function in its middle.
 */
@NullMarked
package dev.smartspawn.enrich;

import org.jspecify.annotations.NullMarked;
