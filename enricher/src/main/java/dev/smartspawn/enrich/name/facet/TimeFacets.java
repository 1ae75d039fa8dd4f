package dev.smartspawn.enrich.name.facet;

import dev.smartspawn.enrich.name.MatchRule;
import dev.smartspawn.enrich.name.parse.PartialDate;
import dev.smartspawn.enrich.name.parse.ReleaseStage;
import org.jspecify.annotations.Nullable;

/** Release date and release stage. */
final class TimeFacets {

  private TimeFacets() {}

  static FacetFinding date(NamePair pair) {
    ReleaseGap release = pair.release();
    @Nullable PartialDate said = pair.said().date();
    if (said == null) {
      return undated(pair);
    }
    if (release.isOnTheDay() || isOnItsOwnDay(pair) || isLeftToStage(pair)) {
      return FacetFinding.AGREES;
    }
    if (release.isNearly()) {
      return FacetFinding.tolerated(MatchRule.DATE, 1);
    }
    if (!pair.model().statedDates().isEmpty()) {
      return FacetFinding.refused("date " + pair.model().statedDates().get(0) + " is not " + said);
    }
    if (release.isNearAndNoUpdate()) {
      return FacetFinding.tolerated(MatchRule.DATE, 3);
    }
    return pair.model().hasMovingName() && release.isBeforeName()
        ? FacetFinding.tolerated(MatchRule.MOVING_NAME, 4)
        : FacetFinding.refused("it did not come out near " + said);
  }

  /**
   * A date without its year, as in {@code kimi-k2-0905}, tells an update from the first release.
   */
  private static FacetFinding undated(NamePair pair) {
    ReleaseGap release = pair.release();
    @Nullable PartialDate its = pair.name().date();
    if (its == null) {
      return release.isKnown() && !release.isNear()
          ? FacetFinding.tolerated(MatchRule.DISTANT_DATE, 3)
          : FacetFinding.AGREES;
    }
    if (release.isKnown() && !release.isNear()) {
      return FacetFinding.refused("date " + its + " is not " + pair.asked().released());
    }
    if (!release.isKnown() && its.year().isEmpty()) {
      return FacetFinding.refused("it is the update of " + its);
    }
    return FacetFinding.tolerated(MatchRule.UNDATED, release.isKnown() ? 1 : 2);
  }

  /** What only the repository's name carries, as {@code Ministral-8B-Instruct-2410}. */
  private static boolean isOnItsOwnDay(NamePair pair) {
    @Nullable PartialDate said = pair.said().date();
    @Nullable PartialDate its = pair.name().date();
    return said != null
        && its != null
        && said.agreesWith(its)
        && pair.model().statedDates().isEmpty();
  }

  /** Where a preview is dated weeks before the release, that is judged once. */
  private static boolean isLeftToStage(NamePair pair) {
    return pair.said().stage() != null
        && pair.name().stage() == null
        && pair.model().statedDates().isEmpty()
        && pair.release().isSoonAfter();
  }

  /** A preview is its release only if they came within weeks of each other. */
  static FacetFinding stage(NamePair pair) {
    @Nullable ReleaseStage said = pair.said().stage();
    @Nullable ReleaseStage its = pair.name().stage();
    if (said == its) {
      return FacetFinding.AGREES;
    }
    if (said == null) {
      return releaseForPreview(pair);
    }
    if (pair.release().isOnTheDay()) {
      return FacetFinding.tolerated(MatchRule.PREVIEW, its == null ? 1 : 2);
    }
    return its == null && pair.release().isSoonAfter()
        ? FacetFinding.tolerated(MatchRule.PREVIEW, 4)
        : FacetFinding.refused((its == null ? "a release" : its) + " is not " + said);
  }

  /** The catalogue may have only the preview of what a source calls by its final name. */
  private static FacetFinding releaseForPreview(NamePair pair) {
    ReleaseGap release = pair.release();
    if (release.isOnTheDay()) {
      return FacetFinding.tolerated(MatchRule.PREVIEW, 2);
    }
    boolean sameRelease =
        release.isKnown()
            ? release.isNear()
            : pair.name().stage() == ReleaseStage.PREVIEW && pair.name().date() == null;
    return sameRelease
        ? FacetFinding.tolerated(MatchRule.PREVIEW, release.isNearly() ? 1 : 3)
        : FacetFinding.refused(pair.name().stage() + " is not a release");
  }

  /** What is called the latest is another model every few months, unless a version pins it. */
  static FacetFinding latest(NamePair pair) {
    if (pair.said().latest() == pair.name().latest()) {
      return FacetFinding.AGREES;
    }
    boolean pinned = !pair.said().versions().isEmpty();
    return pair.name().latest() || pinned
        ? FacetFinding.tolerated(MatchRule.MOVING_NAME, 2)
        : FacetFinding.refused("the latest may be another one");
  }
}
