package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent's report about a spawn that it ran itself, without a spawn worker. Such a spawn has no
 * id; its model and category describe it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SpawnReport.Spawned.class, name = "spawned"),
  @JsonSubTypes.Type(value = SpawnReport.Rated.class, name = "rated")
})
public sealed interface SpawnReport {

  CanonicalId model();

  Category category();

  /** The time the report arrived. */
  Instant at();

  /**
   * A task was handed to a model.
   *
   * @param role the model's part in the mode, in the agent's words, such as {@code
   *     collective_worker}
   * @param source what chose the model, in the agent's words: {@code api}, or {@code fallback}
   *     while the API was down
   * @param context what the task was about
   */
  record Spawned(
      CanonicalId model,
      Category category,
      @Nullable Budget budget,
      @Nullable SpawnMode mode,
      @Nullable String role,
      @Nullable String source,
      @Nullable String context,
      Instant at)
      implements SpawnReport {}

  /**
   * The model's answer was rated.
   *
   * @param rating 1 (worst) to 5
   * @param context what the task was about
   * @param comment the rater's comment
   */
  record Rated(
      CanonicalId model,
      Category category,
      int rating,
      @Nullable String context,
      @Nullable String comment,
      Instant at)
      implements SpawnReport {}
}
