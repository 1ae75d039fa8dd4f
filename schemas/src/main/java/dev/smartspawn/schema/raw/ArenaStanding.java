package dev.smartspawn.schema.raw;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A model on one board of LMArena's own data set, with its rating for each kind of prompt.
 *
 * @param board a subset of the data set, such as {@code text} or {@code text_style_control}.
 *     Ratings of different boards are not comparable
 * @param name such as {@code claude-opus-4-6-thinking}
 * @param organization as the source writes it
 * @param categories kind of prompt, such as {@code overall} or {@code creative_writing}, to rating
 */
public record ArenaStanding(
    String board,
    String name,
    @Nullable String organization,
    @Nullable String license,
    Map<String, Rating> categories)
    implements RawRecord {

  public ArenaStanding {
    Required.text("board", board);
    Required.text("name", name);
    categories =
        Collections.unmodifiableMap(
            categories == null ? new TreeMap<>() : new TreeMap<>(categories));
  }

  /** The key of a record. */
  public static String key(String board, String name) {
    return board + "/" + name;
  }

  @Override
  public String key() {
    return key(board, name);
  }

  /**
   * A rating by people's votes.
   *
   * @param rating Elo points
   * @param lower lower end of the 95 % interval, Elo points
   * @param upper its upper end
   * @param variance squared standard error of the rating
   * @param published the day on which LMArena published the board
   */
  public record Rating(
      double rating,
      @Nullable Double lower,
      @Nullable Double upper,
      @Nullable Double variance,
      @Nullable Long votes,
      @Nullable Integer rank,
      LocalDate published) {

    public Rating {
      if (published == null) {
        throw new IllegalArgumentException("'published' is missing");
      }
    }
  }
}
