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
    return "%s is before %s: %s"
        .formatted(first.model().id(), second.model().id(), difference(first, second));
  }

  private static String difference(Ranked first, Ranked second) {
    if (first.isEstimated() != second.isEstimated()) {
      return "the first has an estimate (%s), the second only a score (%s)"
          .formatted(Figures.quality(first), Figures.quality(second));
    }
    if (first.sure() != second.sure()) {
      return first.isEstimated() ? bySurety(first, second) : byScore(first, second);
    }
    if (first.likely() != second.likely()) {
      return "both are surely worth %s, and its estimate of %s is above %s"
          .formatted(
              Figures.points(first.sure()),
              Figures.pointsApart(first.likely(), second.likely()),
              Figures.pointsApart(second.likely(), first.likely()));
    }
    return "both come to %s, and %s".formatted(Figures.quality(first), byPrice(first, second));
  }

  private static String bySurety(Ranked first, Ranked second) {
    return "its lower bound of %s (%s) is above %s (%s)"
        .formatted(
            Figures.pointsApart(first.sure(), second.sure()),
            Figures.qualityWithSources(first),
            Figures.pointsApart(second.sure(), first.sure()),
            Figures.qualityWithSources(second));
  }

  private static String byScore(Ranked first, Ranked second) {
    return "its score of %s is above %s"
        .formatted(
            Figures.pointsApart(first.score(), second.score()),
            Figures.pointsApart(second.score(), first.score()));
  }

  private static String byPrice(Ranked first, Ranked second) {
    return first.usdPerMillion() == second.usdPerMillion()
        ? "cost the same: the alphabet decides"
        : "it costs %s rather than %s per 1M prompt and completion tokens"
            .formatted(
                Figures.dollars(first.usdPerMillion()), Figures.dollars(second.usdPerMillion()));
  }
}
