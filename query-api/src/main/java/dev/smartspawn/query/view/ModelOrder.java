package dev.smartspawn.query.view;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The orders of a list of models. Models without the sort figure come last, and so do routers,
 * which have no price. Scores are the specification's, however recommendations are ranked: a list
 * by score must be in the order of the scores it shows.
 */
public enum ModelOrder {
  /** The best first. */
  SCORE {
    @Override
    double key(EnrichedModel model, Category category) {
      return -model.scores().getOrDefault(category, NONE);
    }
  },
  /** The cheapest prompt and completion together first. */
  COST {
    @Override
    double key(EnrichedModel model, Category category) {
      return isPriced(model)
          ? model.pricing().promptWithFee() + model.pricing().completion()
          : Double.POSITIVE_INFINITY;
    }
  },
  /** The most quality for the money first. */
  EFFICIENCY {
    @Override
    double key(EnrichedModel model, Category category) {
      return isPriced(model)
          ? -model.costEfficiency().getOrDefault(category, NONE)
          : Double.POSITIVE_INFINITY;
    }
  };

  private static final double NONE = Double.NEGATIVE_INFINITY;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ModelOrder> find(String id) {
    return Arrays.stream(values()).filter(order -> order.id().equals(id)).findFirst();
  }

  /** All of them, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(ModelOrder::id).collect(Collectors.joining(", "));
  }

  /**
   * @param category whose scores count
   */
  Comparator<EnrichedModel> comparator(Category category) {
    return Comparator.comparingDouble((EnrichedModel model) -> key(model, category))
        .thenComparing(EnrichedModel::id);
  }

  /** The smallest comes first. */
  abstract double key(EnrichedModel model, Category category);

  private static boolean isPriced(EnrichedModel model) {
    return !model.isRouter() && model.pricing().prompt() >= 0;
  }
}
