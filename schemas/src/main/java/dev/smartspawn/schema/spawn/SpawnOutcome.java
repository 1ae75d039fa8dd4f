package dev.smartspawn.schema.spawn;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's rating of a spawn's answer.
 *
 * @param rating 1 to 5
 * @param comment the user's comment
 */
public record SpawnOutcome(SpawnId spawnId, int rating, @Nullable String comment, Instant at) {

  public static final int WORST = 1;
  public static final int BEST = 5;

  /**
   * @throws IllegalArgumentException for a rating out of range or without a spawn
   */
  public SpawnOutcome {
    if (spawnId == null || at == null) {
      throw new IllegalArgumentException("'spawnId' and 'at' are required");
    }
    if (rating < WORST || rating > BEST) {
      throw new IllegalArgumentException(
          "'rating' is %d: expected a whole number from %d to %d".formatted(rating, WORST, BEST));
    }
  }
}
