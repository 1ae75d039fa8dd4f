package dev.smartspawn.query.view;

import dev.smartspawn.schema.refresh.FigureUse;
import dev.smartspawn.schema.refresh.RefusedFields;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
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
 * @param uses what is used of sources that publish the same figures, and why
 * @param lastClosed when a refresh was last closed; null before the first
 */
public record Freshness(
    Map<Source, SourceStatus> statuses,
    Map<Source, String> applied,
    @Nullable Instant lastRefresh,
    Map<Source, RefusedFields> refused,
    Map<Source, FigureUse> uses,
    @Nullable Instant lastClosed) {

  public static final Freshness NONE =
      new Freshness(Map.of(), Map.of(), null, Map.of(), Map.of(), null);

  /** Before a refresh was closed. */
  public Freshness(
      Map<Source, SourceStatus> statuses,
      Map<Source, String> applied,
      @Nullable Instant lastRefresh,
      Map<Source, RefusedFields> refused,
      Map<Source, FigureUse> uses) {
    this(statuses, applied, lastRefresh, refused, uses, null);
  }

  public Freshness {
    Map<Source, SourceStatus> inOrder = new TreeMap<>();
    inOrder.putAll(statuses);
    statuses = Collections.unmodifiableMap(inOrder);
    applied = Map.copyOf(applied);
    refused = Map.copyOf(refused);
    uses = Map.copyOf(uses);
  }

  /** What was left out of the source's records. */
  public RefusedFields refused(Source source) {
    return refused.getOrDefault(source, RefusedFields.NONE);
  }

  public SourceStatus status(Source source) {
    SourceStatus known = statuses.get(source);
    return known == null ? SourceStatus.never(source) : known;
  }

  /**
   * Whether the served models have the source's newest pull in them. Of a source that has nothing
   * there is nothing to apply.
   */
  public boolean isApplied(Source source) {
    String pull = status(source).pullId();
    return pull == null
        ? status(source).outcome() == Outcome.ABSENT
        : pull.equals(applied.get(source));
  }
}
