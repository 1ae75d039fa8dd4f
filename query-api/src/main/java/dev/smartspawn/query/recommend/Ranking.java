package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import java.util.Collection;
import java.util.List;

/** In which order models are recommended. A pure function of the models. */
public interface Ranking {

  /**
   * @param models may all be recommended
   * @return those of {@code models} that have a place in the category, the best first
   */
  List<Ranked> rank(Category category, Collection<EnrichedModel> models);
}
