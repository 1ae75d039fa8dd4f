package dev.smartspawn.query.view;

import dev.smartspawn.schema.refresh.RefusedFields;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the served models are.
 *
 * @param statuses how the last pull of each source ended; absent for a source that was never pulled
 * @param applied the pulls that are in the served models
 * @param lastRefresh when a pull was last applied and visible; null before the first
 * @param refused source to the values of its records that the served models leave out
 */
public record Freshness(
    Map<Source, SourceStatus> statuses,
    Map<Source, String> applied,
    @Nullable Instant lastRefresh,
    Map<Source, RefusedFields> refused) {

  public static final Freshness NONE = new Freshness(Map.of(), Map.of(), null, Map.of());

  public Freshness {
    Map<Source, SourceStatus> inOrder = new TreeMap<>();
    inOrder.putAll(statuses);
    statuses = Collections.unmodifiableMap(inOrder);
    applied = Map.copyOf(applied);
    refused = Map.copyOf(refused);
  }

  /** What was left out of the source's records. */
  public RefusedFields refused(Source source) {
    return refused.getOrDefault(source, RefusedFields.NONE);
  }

  public SourceStatus status(Source source) {
    SourceStatus known = statuses.get(source);
    return known == null ? SourceStatus.never(source) : known;
  }

  /** Whether the served models have the source's newest pull in them. */
  public boolean isApplied(Source source) {
    String pull = status(source).pullId();
    return pull != null && pull.equals(applied.get(source));
  }
}
