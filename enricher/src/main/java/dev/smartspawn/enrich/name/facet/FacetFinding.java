package dev.smartspawn.enrich.name.facet;

import dev.smartspawn.enrich.name.MatchRule;

/** What one facet of a name says about one model of the catalogue. */
sealed interface FacetFinding {

  /** Both say the same, or neither says anything. */
  record Agrees() implements FacetFinding {}

  /**
   * They differ in a way that need not mean another model.
   *
   * @param cost how far they are apart; of two models the nearer is meant
   */
  record Tolerated(MatchRule rule, int cost) implements FacetFinding {}

  /** They cannot be the same. */
  record Refused(String why) implements FacetFinding {}

  FacetFinding AGREES = new Agrees();

  static FacetFinding tolerated(MatchRule rule, int cost) {
    return new Tolerated(rule, cost);
  }

  static FacetFinding refused(String why) {
    return new Refused(why);
  }
}
