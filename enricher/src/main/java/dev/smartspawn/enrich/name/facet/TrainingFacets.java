package dev.smartspawn.enrich.name.facet;

import dev.smartspawn.enrich.name.MatchRule;
import dev.smartspawn.enrich.name.parse.Flavour;
import dev.smartspawn.enrich.name.parse.ThinkingMode;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Training flavour, thinking mode, effort and quantisation. */
final class TrainingFacets {

  private static final Set<Flavour> NEVER_LEFT_OUT = Set.of(Flavour.BASE, Flavour.CHATGPT);

  private TrainingFacets() {}

  /** Instruct and chat may be left unsaid where no sibling is told apart by them. */
  static FacetFinding flavour(NamePair pair) {
    Set<Flavour> said = pair.said().flavours();
    Set<Flavour> its = pair.name().flavours();
    Set<Flavour> all = pair.model().flavours();
    if (said.contains(Flavour.INSTRUCT)
        && pair.said().mode() == null
        && pair.model().isThinking()) {
      return FacetFinding.refused("thinking is not instruct");
    }
    if (said.equals(its)) {
      return FacetFinding.AGREES;
    }
    boolean decisive =
        pair.flavourDecides()
            || NEVER_LEFT_OUT.stream()
                .anyMatch(flavour -> said.contains(flavour) != all.contains(flavour));
    return !decisive && (said.isEmpty() || its.isEmpty())
        ? FacetFinding.tolerated(MatchRule.FLAVOUR, 1)
        : FacetFinding.refused(text(its) + " is not " + text(said));
  }

  static FacetFinding mode(NamePair pair) {
    @Nullable ThinkingMode said = pair.said().mode();
    CatalogueModel model = pair.model();
    if (said == null) {
      return pair.name().mode() == ThinkingMode.THINKING || model.isVariantForThinking()
          ? FacetFinding.refused("thinking is a model of its own")
          : FacetFinding.AGREES;
    }
    if (said == ThinkingMode.NOT_THINKING) {
      return model.isThinking()
          ? FacetFinding.refused("thinking is not non-thinking")
          : FacetFinding.tolerated(MatchRule.REASONING_MODE, 0);
    }
    if (model.isThinking()) {
      return FacetFinding.AGREES;
    }
    return pair.name().mode() == ThinkingMode.NOT_THINKING
        ? FacetFinding.refused("non-thinking is not thinking")
        : thinkingOnOneForBoth(pair);
  }

  /** That a catalogue does not say a model can think does not mean it cannot. */
  private static FacetFinding thinkingOnOneForBoth(NamePair pair) {
    if (!pair.asked().modeRemarked() && pair.release().isLongBefore()) {
      return FacetFinding.refused("a later thinking model is not it");
    }
    if (pair.model().canThink()) {
      return FacetFinding.tolerated(MatchRule.REASONING_MODE, 1);
    }
    if (pair.model().flavours().contains(Flavour.INSTRUCT)) {
      return FacetFinding.refused("instruct is not thinking");
    }
    return pair.asked().modeRemarked()
        ? FacetFinding.tolerated(MatchRule.REASONING_MODE, 4)
        : FacetFinding.refused("it is not known to think");
  }

  /** {@code max} at the end is an effort only of models that have one above high. */
  static FacetFinding effort(NamePair pair) {
    @Nullable String effort = pair.asked().doubtfulEffort();
    if (effort == null) {
      return FacetFinding.AGREES;
    }
    return effort.equals("max") && !pair.model().hasEffortAboveHigh()
        ? FacetFinding.refused("it has no effort called max")
        : FacetFinding.tolerated(MatchRule.EFFORT, 1);
  }

  static FacetFinding quantisation(NamePair pair) {
    return pair.said().quantised() && !pair.name().quantised()
        ? FacetFinding.refused("it is not quantised")
        : FacetFinding.AGREES;
  }

  private static String text(Set<Flavour> flavours) {
    return flavours.isEmpty()
        ? "a plain name"
        : flavours.stream().map(Flavour::toString).sorted().collect(Collectors.joining(" "));
  }
}
