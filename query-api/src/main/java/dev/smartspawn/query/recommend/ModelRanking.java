package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import java.util.Collection;
import java.util.List;

/**
 * In which order models are recommended. A pure function of the models, in which a model's place
 * between two others does not depend on who else is there.
 */
public interface ModelRanking {

  /**
   * @param models any, also such as may never be recommended: {@link EligibilityFilter} takes them
   *     out
   * @return those of {@code models} that can be placed in the category, the best first
   */
  List<Ranked> rank(Category category, Collection<EnrichedModel> models);
}
