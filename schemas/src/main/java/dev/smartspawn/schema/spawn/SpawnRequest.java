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
 * "Have this done." Only {@code task} has to be given; every other field has the default named
 * here.
 *
 * @param task what is to be done
 * @param id names the spawn; by default made from the idempotency key, or else the record's
 *     position
 * @param category what kind of task it is; by default found out from its text
 * @param mode single by default
 * @param budget medium by default; cascade goes from low to high whatever it says
 * @param collectiveCount how many models work side by side in collective, 3 by default
 * @param label for people
 * @param context what the task is about, shown to the models and heeded when they are chosen
 * @param require capabilities a model must have
 * @param minContext tokens a model must take in
 * @param exclude models not to use
 * @param maxCostUsd what all calls together may cost, 1 by default
 * @param timeoutSeconds counted from the moment the request is in the topic, 600 by default
 * @param judgeThreshold in cascade, the score (1 to 10) from which the cheap answer is good enough,
 *     7 by default
 * @param mergeModel who merges in collective; by default the best model
 * @param idempotencyKey the same key asks for the same spawn
 * @param dryRun plan it and say what it may cost, but call nobody
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

  /** With every default. */
  public static SpawnRequest of(String task) {
    return SpawnRequestReading.of(task).orElseThrow();
  }

  /** The id it asks for, directly or by its idempotency key. */
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
