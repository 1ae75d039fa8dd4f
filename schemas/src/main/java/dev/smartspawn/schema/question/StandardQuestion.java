package dev.smartspawn.schema.question;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.QualityEstimate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which model is best for a category within a budget: a question without other requirements. */
public record StandardQuestion(Category category, Budget budget) {

  /** Every category with every budget, in their order. */
  public static final List<StandardQuestion> ALL =
      Arrays.stream(Category.values())
          .flatMap(
              category ->
                  Arrays.stream(Budget.values())
                      .map(budget -> new StandardQuestion(category, budget)))
          .toList();

  private static final String BATCH = "batch";
  private static final String FREE = "free";

  /**
   * Whether a model may be the answer: it has an estimate and can be afforded. Routers, aliases and
   * the batch and free variants are never the answer.
   */
  public boolean admits(EnrichedModel model) {
    String variant = model.id().variant();
    return model.estimates().containsKey(category)
        && model.categories().contains(category)
        && !model.isRouter()
        && model.pricing().prompt() >= 0
        && !model.id().isAlias()
        && !variant.equals(BATCH)
        && !variant.equals(FREE)
        && budget.affords(model.pricing().promptWithFee());
  }

  /**
   * The best first: by the lower bound of the estimate, by the estimate, by price, by id.
   *
   * @return an order of models that this question admits
   */
  public Comparator<EnrichedModel> bestFirst() {
    return Comparator.comparingDouble((EnrichedModel model) -> estimate(model).low())
        .thenComparingDouble(model -> estimate(model).estimate())
        .reversed()
        .thenComparingDouble(
            model -> model.pricing().promptWithFee() + model.pricing().completion())
        .thenComparing(EnrichedModel::id);
  }

  /**
   * The estimate in this category.
   *
   * @param model one that this question admits
   */
  public QualityEstimate estimate(EnrichedModel model) {
    @Nullable QualityEstimate estimate = model.estimates().get(category);
    if (estimate == null) {
      throw new IllegalArgumentException(
          "%s has no estimate for %s".formatted(model.id(), category));
    }
    return estimate;
  }

  /** Such as {@code coding, low}. */
  @Override
  public String toString() {
    return category + ", " + budget;
  }
}
