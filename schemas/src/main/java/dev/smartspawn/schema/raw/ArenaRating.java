package dev.smartspawn.schema.raw;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of LMArena: an Elo rating from people's votes.
 *
 * @param name such as {@code claude-opus-4-6-thinking}
 * @param rating Elo points
 * @param above points that the 95 % interval extends above the rating
 * @param below points that it extends below, as a positive number
 */
public record ArenaRating(
    Board board,
    String name,
    double rating,
    @Nullable Double above,
    @Nullable Double below,
    @Nullable Long votes,
    @Nullable Integer rank,
    @Nullable String organization,
    @Nullable String license)
    implements RawRecord {

  public ArenaRating {
    Required.text("name", name);
    if (board == null) {
      throw new IllegalArgumentException("'board' is missing");
    }
  }

  @Override
  public String key() {
    return board.id() + "/" + name;
  }

  /** The leaderboard. Ratings of different boards are not comparable. */
  public enum Board {
    TEXT,
    VISION;

    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Board of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }
}
