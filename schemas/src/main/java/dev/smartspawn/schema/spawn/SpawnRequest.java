package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to have a task done. Only {@code task} is required; every other field has the default
 * named here.
 *
 * @param task the task
 * @param id the id of the spawn; by default made from the idempotency key, or from the record's
 *     position if there is no key
 * @param category the kind of task; by default derived from its text
 * @param mode single by default
 * @param budget medium by default; cascade ignores it and goes from low to high
 * @param collectiveCount the number of models that work in parallel in collective, 3 by default
 * @param label a label for people
 * @param context background of the task, shown to the models and used when they are chosen
 * @param require capabilities a model must have
 * @param minContext the least context in tokens that a model must have
 * @param exclude models not to use
 * @param maxCostUsd the most that all calls together may cost, 1 by default
 * @param timeoutSeconds counted from the moment the request is in the topic, 600 by default
 * @param judgeThreshold in cascade, the lowest score (1 to 10) at which the cheap answer is
 *     accepted, 7 by default
 * @param mergeModel the model that merges in collective; by default the best one
 * @param idempotencyKey requests with the same key are the same spawn
 * @param dryRun whether to plan the spawn and estimate its cost without calling a model
 */
public record SpawnRequest(
    String task,
    @Nullable SpawnId id,
    @Nullable Category category,
    SpawnMode mode,
    Budget budget,
    int collectiveCount,
    @Nullable String label,
    @Nullable String context,
    List<Capability> require,
    int minContext,
    List<CanonicalId> exclude,
    Usd maxCostUsd,
    int timeoutSeconds,
    int judgeThreshold,
    @Nullable CanonicalId mergeModel,
    @Nullable String idempotencyKey,
    boolean dryRun) {

  public SpawnRequest {
    require = List.copyOf(require);
    exclude = List.copyOf(exclude);
  }

  /**
   * @throws IllegalArgumentException listing every mistake, each naming the field and what was
   *     expected
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SpawnRequest of(JsonNode json) {
    return SpawnRequestReading.of(json).orElseThrow();
  }

  /** A request with every default. */
  public static SpawnRequest of(String task) {
    return SpawnRequestReading.of(task).orElseThrow();
  }

  /** The requested id, given directly or made from the idempotency key. */
  @JsonIgnore
  public Optional<SpawnId> chosenId() {
    return Optional.ofNullable(id)
        .or(() -> Optional.ofNullable(idempotencyKey).map(SpawnId::ofIdempotencyKey));
  }

  @JsonIgnore
  public Duration timeout() {
    return Duration.ofSeconds(timeoutSeconds);
  }
}
