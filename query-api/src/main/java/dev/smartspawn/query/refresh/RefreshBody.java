package dev.smartspawn.query.refresh;

import dev.smartspawn.query.refresh.RefreshDecision.Fate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /refresh}. */
public record RefreshBody(Refresh data) {

  static RefreshBody of(RefreshDecision decision) {
    Map<String, SourceAnswer> sources = new LinkedHashMap<>();
    decision
        .verdicts()
        .forEach(
            verdict ->
                sources.put(verdict.status().source().statusField(), SourceAnswer.of(verdict)));
    return new RefreshBody(
        new Refresh(
            decision.isStarted(),
            decision.isStarted() ? decision.estimatedSeconds() : null,
            decision.needsCommand() ? null : decision.reason(),
            sources));
  }

  /**
   * @param started whether a refresh is running now
   * @param estimatedSeconds how long the slowest requested source took last time; absent if nothing
   *     was started
   * @param reason why nothing was started, or why no new refresh was
   * @param sources each requested source, by {@link
   *     dev.smartspawn.schema.source.Source#statusField()}
   */
  public record Refresh(
      boolean started,
      @Nullable Long estimatedSeconds,
      @Nullable String reason,
      Map<String, SourceAnswer> sources) {}

  /**
   * @param reason why it was not started, or that a pull was running already
   * @param notBefore when it may be pulled again
   */
  public record SourceAnswer(
      boolean started, @Nullable String reason, @Nullable Instant notBefore) {

    private static SourceAnswer of(RefreshDecision.Verdict verdict) {
      boolean refused = verdict.fate() == Fate.REFUSED;
      return new SourceAnswer(
          !refused,
          verdict.reason().isEmpty() ? null : verdict.reason(),
          refused ? verdict.status().notBefore() : null);
    }
  }
}
