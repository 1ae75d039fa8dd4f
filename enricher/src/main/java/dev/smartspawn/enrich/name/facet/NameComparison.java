package dev.smartspawn.enrich.name.facet;

import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.MatchRule;
import java.util.ArrayList;
import java.util.List;

/**
 * How close a name is to a model of the catalogue.
 *
 * @param refusals why the name cannot mean the model; empty where it may
 * @param cost how far apart the two are, 0 for the same name
 * @param rule the least certain of the rules that were needed
 * @param contestable whether another name of the source may mean the model instead
 */
public record NameComparison(
    CatalogueModel model, List<String> refusals, int cost, MatchRule rule, boolean contestable) {

  /** Beyond this, tolerated differences add up to another model. */
  private static final int MOST_COST = 6;

  private static final List<Facet> FACETS =
      List.of(
          IdentityFacets::version,
          IdentityFacets::size,
          TrainingFacets::flavour,
          TimeFacets::date,
          TrainingFacets::mode,
          TimeFacets::stage,
          TrainingFacets::effort,
          TrainingFacets::quantisation,
          TimeFacets::latest,
          IdentityFacets::base,
          IdentityFacets::maker);

  /** Compares everything but the words, and collects every reason against the match. */
  public static NameComparison of(NamePair pair) {
    return of(pair, FACETS.size());
  }

  /** Compares everything but the words, up to the first reason against the match. */
  public static NameComparison upToRefusal(NamePair pair) {
    return of(pair, 1);
  }

  private static NameComparison of(NamePair pair, int mostRefusals) {
    List<String> refusals = new ArrayList<>(1);
    int cost = 0;
    MatchRule rule = MatchRule.EXACT_NAME;
    boolean contestable = false;
    for (Facet facet : FACETS) {
      FacetFinding finding = facet.compare(pair);
      if (finding instanceof FacetFinding.Refused refused) {
        refusals.add(refused.why());
        if (refusals.size() == mostRefusals) {
          break;
        }
      } else if (finding instanceof FacetFinding.Tolerated tolerated) {
        cost += tolerated.cost();
        rule = rule.compareTo(tolerated.rule()) > 0 ? rule : tolerated.rule();
        contestable |= tolerated.rule().isContestable();
      }
    }
    if (refusals.isEmpty() && cost > MOST_COST) {
      refusals.add("too many differences for one model");
    }
    return new NameComparison(pair.model(), refusals, cost, rule, contestable);
  }

  public boolean holds() {
    return refusals.isEmpty();
  }

  public NameComparison refusedBecause(String why) {
    List<String> more = new ArrayList<>(List.of(why));
    more.addAll(refusals);
    return new NameComparison(model, more, cost, rule, contestable);
  }

  public Decision.Refused explained() {
    return new Decision.Refused(model.id(), String.join(", ", refusals));
  }
}
