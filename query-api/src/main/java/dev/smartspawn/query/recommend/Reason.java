package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.PickConfidence;
import java.util.List;

/**
 * Why a model was chosen, in one sentence with the numbers that decided: {@code coding 74.1 +/- 2.0
 * from 4 sources, $3/1M prompt; best of 120 models under $5/1M prompt tokens, ahead of
 * openai/gpt-5.4 at 73.0 +/- 2.4; 71 % sure that no other is better by more than 2 points}.
 */
final class Reason {

  private Reason() {}

  /**
   * @param candidates every model that meets the requirements, best first
   * @param place the chosen one's place among them, from 0
   * @param confidence that no other is better by more than the margin
   */
  static String of(
      Category category,
      Requirements requirements,
      List<Ranked> candidates,
      int place,
      double confidence) {
    Ranked chosen = candidates.get(place);
    return "%s %s, %s/1M prompt; %s%s%s"
        .formatted(
            category,
            FigureText.qualityWithSources(chosen),
            FigureText.dollars(chosen.model().pricing().prompt()),
            position(requirements, candidates, place),
            chosen.isEstimated() && candidates.size() > 1 ? sure(confidence) : "",
            ending(chosen.model()));
  }

  private static String sure(double confidence) {
    return "; %d %% sure that no other is better by more than %d points"
        .formatted(Math.round(100 * confidence), Math.round(PickConfidence.MARGIN));
  }

  /** Said of a model that ends soon: whoever begins with it today needs another one then. */
  private static String ending(EnrichedModel model) {
    return model.lastDay() != null && model.tags().contains(EnrichedModel.EXPIRING_TAG)
        ? "; its last day is " + model.lastDay()
        : "";
  }

  private static String position(Requirements requirements, List<Ranked> candidates, int place) {
    String which = requirements.inWords();
    if (candidates.size() == 1) {
      return "the only one " + which;
    }
    if (place == 0 && candidates.get(0).isBehind(candidates.get(1))) {
      return "the answer so far of %d models %s, and no reason to change to %s"
          .formatted(candidates.size(), which, named(candidates.get(1)));
    }
    return place == 0
        ? "best of %d models %s, ahead of %s"
            .formatted(candidates.size(), which, nextBest(candidates.get(0), candidates.get(1)))
        : "number %d of %d models %s%s, behind %s"
            .formatted(
                place + 1,
                candidates.size(),
                which,
                bestOfProvider(candidates, place),
                named(candidates.get(place - 1)));
  }

  /** The lower bound decides: of a higher estimate after a lower one, less is sure. */
  private static String nextBest(Ranked chosen, Ranked next) {
    boolean lessSure = next.isEstimated() && next.likely() > chosen.likely();
    return named(next) + (lessSure ? ", less sure" : "");
  }

  private static String named(Ranked ranked) {
    return ranked.model().id() + " at " + FigureText.quality(ranked);
  }

  /** Explains why better ones were skipped. */
  private static String bestOfProvider(List<Ranked> candidates, int place) {
    String provider = candidates.get(place).model().provider();
    boolean first =
        candidates.subList(0, place).stream()
            .noneMatch(better -> better.model().provider().equals(provider));
    return first ? ", the best of " + provider : "";
  }
}
