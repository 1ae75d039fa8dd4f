package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks of an answer, as they say it.
 *
 * @param rating 1 (worst) to 5
 * @param comment in their words
 */
public record SpawnRating(int rating, @Nullable String comment) {

  private static final int MAX_COMMENT_BYTES = 8 * 1024;

  /**
   * @throws IllegalArgumentException listing every mistake, each naming the field and what was
   *     expected
   */
  public static SpawnRating of(JsonNode json) {
    RequestFields fields = new RequestFields(json);
    fields.rejectUnknown(List.of("rating", "comment"));
    SpawnRating rating =
        new SpawnRating(
            fields.requiredInteger("rating", SpawnOutcome.WORST, SpawnOutcome.BEST),
            fields.text("comment", MAX_COMMENT_BYTES).orElse(null));
    fields.requireNoMistakes();
    return rating;
  }
}
