package dev.smartspawn.query;

import static dev.smartspawn.query.SampleModel.model;

import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.UnresolvedNames;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.Tier;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.source.Source;
import java.util.List;

/** A view with something to show on every route. */
final class SampleView {

  static final ModelView VIEW =
      SampleModel.view(
          new UnresolvedNames(
              List.of(
                  new UnresolvedName(Source.HF_LEADERBOARD, "org_tune", "org/tune", List.of()),
                  new UnresolvedName(
                      Source.LIVEBENCH,
                      "claude-9",
                      "claude-9",
                      List.of(
                          new UnresolvedName.Refused(
                              CanonicalId.of("anthropic/claude-best"), "version 9 is not 4")))),
              "names"),
          model("anthropic/claude-best")
              .estimate(Category.CODING, 74.1, 2, 4)
              .evidence("artificial-analysis/coding_index", 53, "max")
              .evidence("artificial-analysis/intelligence_index", 51, null)
              .score(Category.CODING, 76.5)
              .score(Category.GENERAL, 76.5)
              .codingIndex(53, Source.OPENROUTER, Source.ARTIFICIAL_ANALYSIS)
              .costs(4, 20)
              .tier(Tier.PREMIUM)
              .build(),
          model("anthropic/claude-second")
              .score(Category.CODING, 77)
              .estimate(Category.CODING, 73, 2.4, 3)
              .costs(3, 15)
              .build(),
          model("google/gemini:thinking")
              .score(Category.CODING, 70)
              .estimate(Category.CODING, 70, 3, 2)
              .can(true, true, true)
              .context(1_000_000)
              .costs(2, 10)
              .build(),
          model("maker/cheap")
              .score(Category.CODING, 40)
              .score(Category.FAST_CHEAP, 40)
              .costs(0.1, 0.4)
              .build(),
          model("maker/gift:free")
              .score(Category.CODING, 90)
              .estimate(Category.CODING, 90, 1, 1)
              .costs(0, 0)
              .build(),
          model("~anthropic/claude-latest").score(Category.CODING, 99).build(),
          model("openrouter/auto").score(Category.GENERAL, 50).router().build());

  private SampleView() {}
}
