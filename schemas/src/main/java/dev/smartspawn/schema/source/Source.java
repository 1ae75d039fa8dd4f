package dev.smartspawn.schema.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where knowledge about models comes from: five services that are pulled, and two files kept by
 * hand.
 */
public enum Source {
  OPENROUTER("openrouter", "openrouter"),
  ARTIFICIAL_ANALYSIS("artificial-analysis", "artificialAnalysis"),
  HF_LEADERBOARD("hf-leaderboard", "hfLeaderboard"),
  LMARENA("lmarena", "lmarena"),
  LIVEBENCH("livebench", "livebench"),
  ALIASES("aliases", "aliases"),
  OVERRIDES("overrides", "overrides");

  /** The five services, in the order of the specification's table. */
  public static final List<Source> PULLED =
      List.of(OPENROUTER, ARTIFICIAL_ANALYSIS, HF_LEADERBOARD, LMARENA, LIVEBENCH);

  /** The two reference files. */
  public static final List<Source> REFERENCE = List.of(ALIASES, OVERRIDES);

  private final String id;
  private final String statusField;

  Source(String id, String statusField) {
    this.id = id;
    this.statusField = statusField;
  }

  /** How topics, commands and {@code sourcesCovered} spell it: {@code hf-leaderboard}. */
  @JsonValue
  public String id() {
    return id;
  }

  /** How the body of {@code GET /status} spells it: {@code hfLeaderboard}. */
  public String statusField() {
    return statusField;
  }

  /**
   * @throws IllegalArgumentException naming the known sources, for any other text
   */
  @JsonCreator
  public static Source of(String id) {
    return Arrays.stream(values())
        .filter(source -> source.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown source '%s': expected one of %s".formatted(id, known())));
  }

  @Override
  public String toString() {
    return id;
  }

  private static String known() {
    return Arrays.stream(values()).map(Source::id).collect(Collectors.joining(", "));
  }
}
