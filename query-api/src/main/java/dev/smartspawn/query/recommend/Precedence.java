package dev.smartspawn.query.recommend;

import java.util.List;

/** Why one model is before another, in one sentence: the first figure in which they differ. */
final class Precedence {

  private Precedence() {}

  /**
   * @param candidates every model that no filter removed, the best first; not empty
   * @param models how many there were
   */
  static String why(List<Ranked> candidates, int models) {
    return candidates.size() == 1
        ? "%s is the only one of %d models that no filter removes"
            .formatted(candidates.get(0).model().id(), models)
        : why(candidates.get(0), candidates.get(1));
  }

  private static String why(Ranked first, Ranked second) {
    if (first.isBehind(second)) {
      return "%s is the answer so far, and %s (%s rather than %s) is no reason to change it"
          .formatted(
              first.model().id(),
              second.model().id(),
              FigureText.quality(second),
              FigureText.quality(first));
    }
    return "%s is before %s: %s"
        .formatted(first.model().id(), second.model().id(), difference(first, second));
  }

  private static String difference(Ranked first, Ranked second) {
    if (first.isEstimated() != second.isEstimated()) {
      return "the first has an estimate (%s), the second only a score (%s)"
          .formatted(FigureText.quality(first), FigureText.quality(second));
    }
    if (first.sure() != second.sure()) {
      return first.isEstimated() ? bySurety(first, second) : byScore(first, second);
    }
    if (first.likely() != second.likely()) {
      return "both are surely worth %s, and its estimate of %s is above %s"
          .formatted(
              FigureText.points(first.sure()),
              FigureText.pointsApart(first.likely(), second.likely()),
              FigureText.pointsApart(second.likely(), first.likely()));
    }
    return "both have %s, and %s".formatted(FigureText.quality(first), byPrice(first, second));
  }

  private static String bySurety(Ranked first, Ranked second) {
    return "its lower bound of %s (%s) is above %s (%s)"
        .formatted(
            FigureText.pointsApart(first.sure(), second.sure()),
            FigureText.qualityWithSources(first),
            FigureText.pointsApart(second.sure(), first.sure()),
            FigureText.qualityWithSources(second));
  }

  private static String byScore(Ranked first, Ranked second) {
    return "its score of %s is above %s"
        .formatted(
            FigureText.pointsApart(first.score(), second.score()),
            FigureText.pointsApart(second.score(), first.score()));
  }

  private static String byPrice(Ranked first, Ranked second) {
    return first.usdPerMillion() == second.usdPerMillion()
        ? "cost the same: the alphabet decides"
        : "it costs %s rather than %s per 1M prompt and completion tokens"
            .formatted(
                FigureText.dollars(first.usdPerMillion()),
                FigureText.dollars(second.usdPerMillion()));
  }
}
