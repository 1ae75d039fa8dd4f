package dev.smartspawn.enrich.evidence;

import dev.smartspawn.enrich.source.ArenaDatasetReading;
import dev.smartspawn.enrich.source.EnrichmentInput;
import dev.smartspawn.enrich.source.Leaderboard;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.refresh.FigureUse;
import dev.smartspawn.schema.source.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which publication of LMArena's figures counts for a board that both its release files and its own
 * data set have. The newer one does. The older one fills the gaps, that is, models that are on it
 * alone.
 *
 * @param text for the text board
 * @param vision for the vision board
 */
public record ArenaBasis(Choice text, Choice vision) {

  /**
   * The share of the data set's models that a newer release may lack. Releases go on although their
   * files no longer change: then the release's date is new and its models are old.
   */
  private static final double MAX_LACKING = 0.1;

  /** Neither has figures. */
  public static final ArenaBasis NONE =
      new ArenaBasis(Choice.of(Map.of(), Map.of()), Choice.of(Map.of(), Map.of()));

  static ArenaBasis of(EnrichmentInput input) {
    List<ArenaRating> release = input.recordsOf(SourceReadings.LMARENA);
    List<ArenaStanding> dataset = input.usedRecordsOf(SourceReadings.LMARENA_DATASET);
    return new ArenaBasis(
        Choice.of(
            ratings(SourceReadings.LMARENA.text(), release),
            standings(SourceReadings.LMARENA_DATASET.text(), dataset)),
        Choice.of(
            ratings(SourceReadings.LMARENA.vision(), release),
            standings(SourceReadings.LMARENA_DATASET.vision(), dataset)));
  }

  /** Whether the leaderboard's figures stand back behind those of the other publication. */
  public boolean standsBack(Leaderboard<?> leaderboard) {
    return (leaderboard.equals(SourceReadings.LMARENA.text()) && !text.usesRelease())
        || (leaderboard.equals(SourceReadings.LMARENA.vision()) && !vision.usesRelease())
        || (leaderboard.equals(SourceReadings.LMARENA_DATASET.text()) && text.usesRelease())
        || (leaderboard.equals(SourceReadings.LMARENA_DATASET.vision()) && vision.usesRelease());
  }

  /** What is used of each publication and why; nothing while neither has figures. */
  public Map<Source, FigureUse> uses() {
    Map<Source, FigureUse> uses = new TreeMap<>();
    put(uses, Source.LMARENA, true);
    put(uses, Source.LMARENA_DATASET, false);
    return uses;
  }

  private void put(Map<Source, FigureUse> uses, Source source, boolean release) {
    List<String> boards = new ArrayList<>();
    if (text.has(release)) {
      boards.add("text: " + text.use(release));
    }
    if (vision.has(release)) {
      boards.add("vision: " + vision.use(release));
    }
    if (!boards.isEmpty()) {
      uses.put(source, new FigureUse(boards));
    }
  }

  @Override
  public String toString() {
    return uses().entrySet().stream()
        .map(use -> "%s (%s)".formatted(use.getKey(), String.join("; ", use.getValue().boards())))
        .collect(Collectors.joining(", "));
  }

  /**
   * The decision about one board.
   *
   * @param usesRelease whether the release's figures count first
   * @param release what the release has; absent if it has none
   * @param dataset what the data set has; absent if it has none
   * @param lacking the number of the data set's models that the release does not have
   */
  public record Choice(
      boolean usesRelease, @Nullable Edition release, @Nullable Edition dataset, int lacking) {

    private static Choice of(
        Map<String, @Nullable LocalDate> release, Map<String, LocalDate> dataset) {
      Set<String> onlyInDataset = new HashSet<>(dataset.keySet());
      onlyInDataset.removeAll(release.keySet());
      @Nullable Edition ofRelease = Edition.of(release);
      @Nullable Edition ofDataset = Edition.of(dataset);
      int lacking = onlyInDataset.size();
      boolean newer =
          ofDataset == null
              || (ofRelease != null
                  && ofRelease.isNewerThan(ofDataset)
                  && lacking <= MAX_LACKING * dataset.size());
      return new Choice(newer && ofRelease != null, ofRelease, ofDataset, lacking);
    }

    private boolean has(boolean ofRelease) {
      return (ofRelease ? release : dataset) != null;
    }

    private String use(boolean ofRelease) {
      @Nullable Edition own = ofRelease ? release : dataset;
      @Nullable Edition other = ofRelease ? dataset : release;
      if (own == null) {
        return "";
      }
      if (other == null) {
        return "used, published %s; there is no other publication".formatted(own.day());
      }
      String what = ofRelease == usesRelease ? "used" : "used only for models that the other lacks";
      return "%s, published %s; %s"
          .formatted(what, own.day(), why(ofRelease ? "the data set" : "the release", other));
    }

    private String why(String otherName, Edition other) {
      if (!usesRelease && release != null && dataset != null && release.isNewerThan(dataset)) {
        return "the release is dated %s but lacks %d of the data set's models, so its figures are older"
            .formatted(release.day(), lacking);
      }
      return "%s was published %s".formatted(otherName, other.day());
    }
  }

  /**
   * A publication of a board.
   *
   * @param published the newest date of its figures; absent if none has a date
   */
  public record Edition(int models, @Nullable LocalDate published) {

    private static @Nullable Edition of(Map<String, ? extends @Nullable LocalDate> published) {
      return published.isEmpty()
          ? null
          : new Edition(
              published.size(),
              published.values().stream()
                  .filter(Objects::nonNull)
                  .map(day -> (LocalDate) day)
                  .max(Comparator.naturalOrder())
                  .orElse(null));
    }

    private boolean isNewerThan(Edition other) {
      return published != null && (other.published == null || published.isAfter(other.published));
    }

    private String day() {
      return published == null ? "on an unknown day" : published.toString();
    }
  }

  private static Map<String, @Nullable LocalDate> ratings(
      Leaderboard<ArenaRating> board, List<ArenaRating> release) {
    Map<String, @Nullable LocalDate> published = new TreeMap<>();
    for (ArenaRating rating : release) {
      if (SourceReadings.LMARENA.isOn(board, rating)) {
        published.put(rating.name(), rating.published());
      }
    }
    return published;
  }

  private static Map<String, LocalDate> standings(
      Leaderboard<ArenaStanding> board, List<ArenaStanding> dataset) {
    Map<String, LocalDate> published = new TreeMap<>();
    for (ArenaStanding standing : dataset) {
      ArenaStanding.@Nullable Rating overall = ArenaDatasetReading.overall(standing);
      if (overall != null && SourceReadings.LMARENA_DATASET.isOn(board, standing)) {
        published.put(standing.name(), overall.published());
      }
    }
    return published;
  }
}
