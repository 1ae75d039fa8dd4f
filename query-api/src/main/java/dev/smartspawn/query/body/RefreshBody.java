package dev.smartspawn.query.body;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /refresh}. */
public record RefreshBody(Refresh data) {

  /**
   * @param started whether a refresh is under way now
   * @param estimatedSeconds how long the slowest asked source took last time; absent when nothing
   *     was started
   * @param reason why nothing was started, or why no new refresh was
   * @param sources each asked source, by {@link dev.smartspawn.schema.source.Source#statusField()}
   */
  public record Refresh(
      boolean started,
      @Nullable Long estimatedSeconds,
      @Nullable String reason,
      Map<String, SourceAnswer> sources) {}

  /**
   * @param reason why not, or that a pull was under way already
   * @param notBefore when it may be asked again
   */
  public record SourceAnswer(
      boolean started, @Nullable String reason, @Nullable Instant notBefore) {}
}
