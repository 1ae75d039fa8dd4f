package dev.smartspawn.schema.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The id of a source of facts about models: a service that is pulled, or a file maintained by hand.
 * Unlisted ids can be read, so that an older version can read records about a source that a newer
 * version added.
 *
 * @param id the id as topics, commands and {@code sourcesCovered} spell it: {@code hf-leaderboard}
 */
public record Source(@JsonValue String id) implements Comparable<Source> {

  /** Compiled once: every record of every topic names a source. */
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public static final Source OPENROUTER = new Source("openrouter");
  public static final Source ARTIFICIAL_ANALYSIS = new Source("artificial-analysis");
  public static final Source HF_LEADERBOARD = new Source("hf-leaderboard");
  public static final Source LMARENA = new Source("lmarena");
  public static final Source LMARENA_DATASET = new Source("lmarena-dataset");
  public static final Source LIVEBENCH = new Source("livebench");
  public static final Source ALIASES = new Source("aliases");
  public static final Source OVERRIDES = new Source("overrides");

  /** The pulled services, in the order that every list uses. */
  public static final List<Source> PULLED =
      List.of(OPENROUTER, ARTIFICIAL_ANALYSIS, HF_LEADERBOARD, LMARENA, LMARENA_DATASET, LIVEBENCH);

  /** The reference files. */
  public static final List<Source> REFERENCE = List.of(ALIASES, OVERRIDES);

  public static final List<Source> ALL =
      Stream.concat(PULLED.stream(), REFERENCE.stream()).toList();

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Source {
    if (id == null || !ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a source id consists of lower-case words joined by '-', got '%s'".formatted(id));
    }
  }

  /**
   * @throws IllegalArgumentException naming the listed sources, for any other text
   */
  public static Source of(String id) {
    return ALL.stream()
        .filter(source -> source.id.equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  /**
   * @throws IllegalArgumentException naming the listed sources, unless this is one of them
   */
  public Source requireListed() {
    return of(id);
  }

  /** The spelling in the body of {@code GET /status}: {@code hfLeaderboard}. */
  public String statusField() {
    StringBuilder field = new StringBuilder();
    for (String word : id.split("-", -1)) {
      field.append(
          field.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return field.toString();
  }

  /** In the order of {@link #ALL}; sources that are not listed come last, by id. */
  @Override
  public int compareTo(Source other) {
    int byPosition = Integer.compare(position(), other.position());
    return byPosition == 0 ? id.compareTo(other.id) : byPosition;
  }

  @Override
  public String toString() {
    return id;
  }

  private int position() {
    int index = ALL.indexOf(this);
    return index < 0 ? ALL.size() : index;
  }

  private static IllegalArgumentException unknown(String id) {
    return new IllegalArgumentException(
        "unknown source '%s': expected one of %s"
            .formatted(id, ALL.stream().map(Source::id).collect(Collectors.joining(", "))));
  }
}
