package dev.smartspawn.query.status;

import dev.smartspawn.query.status.StatusBody.SourceBody;
import dev.smartspawn.query.view.ApiVersion;
import dev.smartspawn.query.view.Attribution;
import dev.smartspawn.query.view.Freshness;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.refresh.FigureUse;
import dev.smartspawn.schema.refresh.RefusedFields;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds the body of {@code GET /status}. */
public final class StatusReport {

  private static final String STARTING = "starting";
  private static final FigureUse NO_USE = new FigureUse(List.of());

  private StatusReport() {}

  static StatusBody of(ModelView view, Instant now) {
    Freshness freshness = view.freshness();
    return new StatusBody(
        new StatusBody.Status(
            view.isWhole(now) ? overall(view.catalogue().size(), freshness) : STARTING,
            freshness.lastRefresh(),
            freshness.lastClosed(),
            view.catalogue().size(),
            view.catalogue().awaiting(),
            sources(Source.PULLED, freshness),
            sources(Source.REFERENCE, freshness),
            ApiVersion.CURRENT));
  }

  /**
   * There is no verdict before a whole catalogue is applied. A reference file that was not read yet
   * is not a fault; an unreadable one is.
   */
  private static String overall(int models, Freshness freshness) {
    if (models == 0 || !freshness.applied().containsKey(Source.OPENROUTER)) {
      return STARTING;
    }
    boolean pulledOk =
        Source.PULLED.stream().map(freshness::status).allMatch(StatusReport::isLiveAndOk);
    boolean referenceOk =
        Source.REFERENCE.stream()
            .map(source -> freshness.status(source).outcome())
            .allMatch(outcome -> outcome == Outcome.OK || outcome == Outcome.PENDING);
    return pulledOk && referenceOk ? "ok" : "degraded";
  }

  /** A source that has nothing is no fault of the system. */
  private static boolean isLiveAndOk(SourceStatus status) {
    if (status.outcome() == Outcome.ABSENT) {
      return true;
    }
    return status.outcome() == Outcome.OK && status.origin() != Origin.SNAPSHOT;
  }

  private static Map<String, SourceBody> sources(List<Source> sources, Freshness freshness) {
    Map<String, SourceBody> bodies = new LinkedHashMap<>();
    sources.forEach(source -> bodies.put(source.statusField(), body(source, freshness)));
    return bodies;
  }

  /** What could not be read when it was pulled, and what could not be true. */
  private static Map<String, Integer> refused(SourceStatus status, RefusedFields left) {
    Map<String, Integer> refused = new TreeMap<>(status.refused());
    left.counts().forEach((field, count) -> refused.merge(field, count, Integer::sum));
    return refused;
  }

  private static SourceBody body(Source source, Freshness freshness) {
    SourceStatus status = freshness.status(source);
    RefusedFields left = freshness.refused(source);
    return new SourceBody(
        status.outcome(),
        status.lastPull(),
        status.count(),
        status.reason(),
        status.origin(),
        status.attemptedAt(),
        status.nextPull(),
        status.isUnderWay(),
        freshness.isApplied(source),
        status.tally().rejected(),
        refused(status, left),
        left.newEditions(),
        freshness.uses().getOrDefault(source, NO_USE).boards(),
        Attribution.of(source));
  }
}
