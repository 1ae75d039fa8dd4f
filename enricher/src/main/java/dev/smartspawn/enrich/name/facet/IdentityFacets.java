package dev.smartspawn.enrich.name.facet;

import dev.smartspawn.enrich.name.MatchRule;
import dev.smartspawn.enrich.name.parse.ParsedName;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maker, version, size and base model: where these differ, the models do. */
final class IdentityFacets {

  private static final SortedSet<String> FIRST = new TreeSet<>(Set.of("1"));
  private static final Pattern WHOLE_SIZE = Pattern.compile("\\d+(?:\\.\\d+)?[bmt]");

  private IdentityFacets() {}

  static FacetFinding maker(NamePair pair) {
    @Nullable String said = pair.asked().maker();
    @Nullable String its = pair.model().maker();
    return said == null || its == null || its.equals(said)
        ? FacetFinding.AGREES
        : FacetFinding.refused("made by " + its + ", not by " + said);
  }

  /** A date may stand for a version: {@code mistral-medium-2508} is Mistral Medium 3.1. */
  static FacetFinding version(NamePair pair) {
    SortedSet<String> said = pair.said().versions();
    SortedSet<String> its = pair.name().versions();
    if (said.equals(its)) {
      return FacetFinding.AGREES;
    }
    if (said.isEmpty() || its.isEmpty()) {
      if (said.equals(FIRST) || its.equals(FIRST)) {
        return FacetFinding.tolerated(MatchRule.FIRST_VERSION, 2);
      }
      if (pair.release().isOnTheDay()) {
        return FacetFinding.tolerated(MatchRule.VERSION_BY_DATE, 2);
      }
      if (pair.release().isNamed() && pair.release().isNear()) {
        return FacetFinding.tolerated(MatchRule.VERSION_BY_DATE, 3);
      }
    }
    return FacetFinding.refused(differs("version", its, said));
  }

  static FacetFinding size(NamePair pair) {
    SortedSet<String> said = pair.said().sizes();
    SortedSet<String> its = pair.model().sizes();
    if (said.equals(pair.name().sizes())) {
      return FacetFinding.AGREES;
    }
    if (said.isEmpty()) {
      return withoutSize(pair);
    }
    boolean complete = said.equals(its) || said.stream().anyMatch(IdentityFacets::isWhole);
    return complete && its.containsAll(said)
        ? FacetFinding.tolerated(MatchRule.SIZE, said.containsAll(pair.name().sizes()) ? 0 : 1)
        : FacetFinding.refused(differs("size", its, said));
  }

  /**
   * A name without a size means a sized model only if the dates say so too, or if the catalogue has
   * no other of that name and version.
   */
  private static FacetFinding withoutSize(NamePair pair) {
    if (pair.release().isOnTheDay()) {
      return FacetFinding.tolerated(MatchRule.SIZE_BY_DATE, 2);
    }
    if (pair.release().isNear()) {
      return FacetFinding.tolerated(MatchRule.SIZE_BY_DATE, 4);
    }
    boolean alone =
        !pair.sizeDecides() && !pair.said().versions().isEmpty() && !pair.release().isKnown();
    return alone
        ? FacetFinding.tolerated(MatchRule.ONLY_SIZE, 5)
        : FacetFinding.refused(differs("size", pair.name().sizes(), pair.said().sizes()));
  }

  static FacetFinding base(NamePair pair) {
    ParsedName.@Nullable Base said = pair.said().base();
    ParsedName.@Nullable Base its = pair.name().base();
    if (said == null && its == null) {
      return FacetFinding.AGREES;
    }
    if (said == null || its == null) {
      return FacetFinding.tolerated(MatchRule.BASE_MODEL, 2);
    }
    return its.mayBe(said)
        ? FacetFinding.AGREES
        : FacetFinding.refused("made from " + its + ", not from " + said);
  }

  private static boolean isWhole(String size) {
    return WHOLE_SIZE.matcher(size).matches();
  }

  private static String differs(String what, Set<String> its, Set<String> said) {
    if (said.isEmpty()) {
      return what + " " + String.join(" ", its) + " is not said";
    }
    return its.isEmpty()
        ? "no " + what + " " + String.join(" ", said) + " in its name"
        : what + " " + String.join(" ", its) + " is not " + String.join(" ", said);
  }
}
