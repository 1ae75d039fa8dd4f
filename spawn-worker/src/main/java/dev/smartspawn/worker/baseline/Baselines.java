package dev.smartspawn.worker.baseline;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.price.Baseline;
import dev.smartspawn.schema.price.BaselineKind;
import dev.smartspawn.schema.spawn.CallPurpose;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.ledger.SpawnHistory;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a spawn that has an answer is compared with. */
public final class Baselines {

  private static final String ESCALATION = CallPurpose.ESCALATION.id();

  private final BaselineModels models;
  private final ObservedLengths lengths;

  public Baselines(BaselineModels models, ObservedLengths lengths) {
    this.models = models;
    this.lengths = lengths;
  }

  /**
   * One for each kind whose model and price are known.
   *
   * @param category of the task; absent if unknown
   * @param answer the final answer
   */
  public List<Baseline> of(
      SpawnMode mode, @Nullable Category category, Output answer, SpawnHistory history) {
    Category asked = Objects.requireNonNullElse(category, Category.GENERAL);
    List<Baseline> baselines = new ArrayList<>();
    Comparison comparison = new Comparison(category, answer, taskTokens(history));
    models
        .best(asked)
        .map(each -> comparison.with(BaselineKind.BEST, each))
        .ifPresent(baselines::add);
    models.named().map(each -> comparison.with(BaselineKind.NAMED, each)).ifPresent(baselines::add);
    if (mode == SpawnMode.CASCADE) {
      escalation(history)
          .or(() -> models.strong(asked))
          .map(each -> comparison.with(BaselineKind.NO_CASCADE, each))
          .ifPresent(baselines::add);
    }
    return baselines;
  }

  /** The model that answered after an escalation, or the first one planned for it. */
  private static Optional<PlannedModel> escalation(SpawnHistory history) {
    List<PlannedModel> planned = history.planned(ESCALATION);
    Optional<CanonicalId> answered = history.output(ESCALATION).map(Output::model);
    return planned.stream()
        .filter(each -> answered.map(each.model()::equals).orElse(true))
        .findFirst();
  }

  /** The prompt of the first call is the task's. */
  private static long taskTokens(SpawnHistory history) {
    return history.steps().stream()
        .filter(SpawnStep.CallFinished.class::isInstance)
        .map(step -> ((SpawnStep.CallFinished) step).usage().prompt())
        .findFirst()
        .orElse(0L);
  }

  private final class Comparison {

    private final @Nullable Category category;
    private final Output answer;
    private final long taskTokens;

    Comparison(@Nullable Category category, Output answer, long taskTokens) {
      this.category = category;
      this.answer = answer;
      this.taskTokens = taskTokens;
    }

    Baseline with(BaselineKind kind, PlannedModel model) {
      return Baseline.of(
          kind,
          model.model(),
          model.price(),
          model.priceFrom(),
          taskTokens,
          lengths.of(model.model(), answer.model(), category, answer.usage().completion()));
    }
  }
}
