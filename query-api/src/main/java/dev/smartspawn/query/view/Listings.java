package dev.smartspawn.query.view;

import dev.smartspawn.schema.enriched.Category;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All models, and those of each category, in every order there is a parameter for. */
public final class Listings {

  private final Map<ModelOrder, List<RenderedModel>> all = new EnumMap<>(ModelOrder.class);
  private final Map<ModelOrder, Map<Category, List<RenderedModel>>> byCategory =
      new EnumMap<>(ModelOrder.class);

  Listings(Collection<RenderedModel> models) {
    for (ModelOrder order : ModelOrder.values()) {
      all.put(order, models.stream().sorted(by(order, Category.GENERAL)).toList());
      Map<Category, List<RenderedModel>> categories = new EnumMap<>(Category.class);
      for (Category category : Category.values()) {
        categories.put(
            category,
            models.stream()
                .filter(rendered -> rendered.model().categories().contains(category))
                .sorted(by(order, category))
                .toList());
      }
      byCategory.put(order, categories);
    }
  }

  /**
   * @param category null for all models, which are then sorted by their general scores
   */
  public List<RenderedModel> of(@Nullable Category category, ModelOrder order) {
    Map<Category, List<RenderedModel>> categories = byCategory.getOrDefault(order, Map.of());
    return category == null
        ? all.getOrDefault(order, List.of())
        : categories.getOrDefault(category, List.of());
  }

  private static Comparator<RenderedModel> by(ModelOrder order, Category category) {
    return Comparator.comparing(RenderedModel::model, order.comparator(category));
  }
}
