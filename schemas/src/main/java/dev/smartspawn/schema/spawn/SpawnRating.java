package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.RequestFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rating of an answer, as a user sends it.
 *
 * @param rating 1 (worst) to 5
 * @param comment the user's comment
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
