package dev.smartspawn.schema.raw;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of LMArena: an Elo rating from people's votes.
 *
 * @param name such as {@code claude-opus-4-6-thinking}
 * @param rating Elo points
 * @param above points that the 95 % interval extends above the rating
 * @param below points that it extends below, as a positive number
 * @param published the date of the first release with this rating that was seen; absent if the
 *     release names no date. Releases go on with unchanged files, so the date of a newer release
 *     with the same rating says nothing
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
    @Nullable String license,
    @Nullable LocalDate published)
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

  /** A later release with the same rating brings nothing new, except the first date. */
  @Override
  public boolean hasSameContent(RawRecord later) {
    return later instanceof ArenaRating rating
        && undated().equals(rating.undated())
        && (published != null || rating.published == null);
  }

  /** The same rating without a date. */
  public ArenaRating undated() {
    return new ArenaRating(
        board, name, rating, above, below, votes, rank, organization, license, null);
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
