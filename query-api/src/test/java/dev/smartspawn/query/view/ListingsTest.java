package dev.smartspawn.query.view;

import static dev.smartspawn.query.SampleModel.model;
import static dev.smartspawn.schema.enriched.Category.CODING;
import static dev.smartspawn.schema.enriched.Category.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.SampleModel;
import dev.smartspawn.schema.enriched.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListingsTest {

  private final Listings listings =
      SampleModel.catalogue(
              model("a/coder").score(CODING, 90).score(GENERAL, 40).costs(2, 2).build(),
              model("b/thinker").score(GENERAL, 80).costs(1, 20).efficiency(GENERAL, 3.8).build(),
              model("c/cheap")
                  .score(CODING, 50)
                  .score(GENERAL, 50)
                  .costs(0.1, 0.2)
                  .efficiency(GENERAL, 166)
                  .efficiency(CODING, 166)
                  .build(),
              model("d/router").score(GENERAL, 99).efficiency(GENERAL, 999).router().build())
          .listings();

  @Test
  void scoresAreTheGeneralOnesWithoutACategory() {
    assertThat(ids(null, ModelOrder.SCORE))
        .containsExactly("d/router", "b/thinker", "c/cheap", "a/coder");
  }

  @Test
  void aCategoryFiltersAndGivesItsScores() {
    assertThat(ids(CODING, ModelOrder.SCORE)).containsExactly("a/coder", "c/cheap");
  }

  @Test
  void theCheapestComesFirstAndARouterLast() {
    assertThat(ids(null, ModelOrder.COST))
        .containsExactly("c/cheap", "a/coder", "b/thinker", "d/router");
  }

  @Test
  void theMostEfficientComesFirstAndARouterLast() {
    assertThat(ids(null, ModelOrder.EFFICIENCY))
        .containsExactly("c/cheap", "b/thinker", "a/coder", "d/router");
  }

  private List<String> ids(@Nullable Category category, ModelOrder order) {
    return listings.of(category, order).stream().map(each -> each.model().id().value()).toList();
  }
}
