package dev.smartspawn.enrich.source;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.reference.ModelOverride;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Everything the table of enriched models depends on. Collections are in the order of their topics'
 * keys, whatever order they arrived in.
 *
 * @param openRouter the catalogue
 * @param sources the records of every source that measures models
 * @param today the date in UTC: models expire, and stop being new
 */
public record EnrichmentInput(
    Collection<TopicValue<Raw<OpenRouterModel>>> openRouter,
    List<SourceRecords<?>> sources,
    Collection<TopicValue<Alias>> aliases,
    Map<CanonicalId, TopicValue<ModelOverride>> overrides,
    LocalDate today) {

  /** The records of one source; none if it is not part of the input. */
  // Records are kept beside the reading of their type.
  @SuppressWarnings("unchecked")
  public <T extends RawRecord> List<T> recordsOf(SourceReading<T> reading) {
    return sources.stream()
        .filter(source -> source.reading().equals(reading))
        .flatMap(source -> ((SourceRecords<T>) source).records().stream())
        .map(value -> value.value().record())
        .toList();
  }

  /** The records of one source that are used. */
  @SuppressWarnings("unchecked")
  public <T extends RawRecord> List<T> usedRecordsOf(SourceReading<T> reading) {
    return sources.stream()
        .filter(source -> source.reading().equals(reading))
        .flatMap(source -> ((SourceRecords<T>) source).used().stream())
        .map(value -> value.value().record())
        .toList();
  }
}
