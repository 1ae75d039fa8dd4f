/**
 * The enricher: reads what the sources published, publishes enriched models.
 *
 * <p>A record's way through the packages: {@code intake} keeps it; {@code name} finds the model its
 * name means ({@code name.parse} reads the name, {@code name.facet} compares it with one model,
 * {@code name.resolve} decides); {@code evidence} and {@code benchmark} collect what the records of
 * a model measured; {@code score} and {@code rank} judge it; {@code table} puts the models
 * together; {@code publication} sends what changed. Only this package, {@code store}, {@code
 * intake} and {@code publication} know Kafka: everything between is a plain function of {@link
 * dev.smartspawn.enrich.input.EnrichmentInput}.
 */
@NullMarked
package dev.smartspawn.enrich;

import org.jspecify.annotations.NullMarked;
