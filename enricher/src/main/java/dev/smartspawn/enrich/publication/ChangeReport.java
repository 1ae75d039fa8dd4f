package dev.smartspawn.enrich.publication;

import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.change.ModelChange.Kind;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Logs the changes that pulls have made. */
public final class ChangeReport {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeReport.class);

  /** More changes than this at once are logged at debug level. */
  private static final int LISTED_CHANGES = 20;

  private ChangeReport() {}

  /**
   * @param because by source, the pull that was newly applied
   */
  public static void log(Map<Source, String> because, List<ModelChange> changes) {
    if (because.isEmpty() && changes.isEmpty()) {
      return;
    }
    LOG.info("{}", summary(because, changes));
    Level level = changes.size() > LISTED_CHANGES ? Level.DEBUG : Level.INFO;
    changes.forEach(change -> LOG.atLevel(level).log(() -> line(change)));
  }

  /** Logs the questions that a closed refresh gave another answer. */
  static void logPicks(List<ModelChange> picks) {
    picks.forEach(pick -> LOG.info("{}", line(pick)));
  }

  /** As "applied openrouter pull 7: 3 models added, 1 removed, 12 scores and 2 prices changed". */
  static String summary(Map<Source, String> because, List<ModelChange> changes) {
    return "%s: %d models added, %d removed, %d scores changed, %d prices changed"
        .formatted(
            causes(because),
            count(changes, Kind.ADDED),
            count(changes, Kind.REMOVED),
            count(changes, Kind.SCORE),
            count(changes, Kind.PRICE));
  }

  private static String causes(Map<Source, String> because) {
    return because.isEmpty()
        ? "without a pull"
        : new TreeMap<>(because)
            .entrySet().stream()
                .map(pull -> "%s pull %s".formatted(pull.getKey(), pull.getValue()))
                .collect(Collectors.joining(", ", "applied ", ""));
  }

  private static long count(List<ModelChange> changes, Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }

  private static String line(ModelChange change) {
    if (change.kind() == Kind.CATEGORY) {
      return String.valueOf(change.cause());
    }
    if (change.pick() != null) {
      return "%s at budget %s: %s -> %s; %s"
          .formatted(
              change.pick().category(),
              change.pick().budget(),
              change.pick().before(),
              change.modelId(),
              change.cause());
    }
    return change.field() == null
        ? "%s %s".formatted(change.modelId(), change.kind().id())
        : "%s %s: %s -> %s".formatted(change.modelId(), change.field(), change.from(), change.to());
  }
}
