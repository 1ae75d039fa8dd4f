package dev.smartspawn.enrich.name;

/** What one facet of a name says about one model of the catalogue. */
sealed interface Finding {

  /** Both say the same, or neither says anything. */
  record Agrees() implements Finding {}

  /**
   * They differ in a way that need not mean another model.
   *
   * @param cost how far they are apart; of two models the nearer is meant
   */
  record Tolerated(Rule rule, int cost) implements Finding {}

  /** They cannot be the same. */
  record Refused(String why) implements Finding {}

  Finding AGREES = new Agrees();

  static Finding tolerated(Rule rule, int cost) {
    return new Tolerated(rule, cost);
  }

  static Finding refused(String why) {
    return new Refused(why);
  }
}
