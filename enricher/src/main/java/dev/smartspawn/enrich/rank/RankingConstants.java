package dev.smartspawn.enrich.rank;

/**
 * What the order rests on besides the data. None was fitted: each is a round number from an
 * argument, and halving or doubling any of them moves no correlation by more than chance would
 * (held by a test over random halves of the models).
 *
 * @param shareOfBlame of a disagreement between the yardstick and whoever agrees with it best, what
 *     is the yardstick's own error: two that disagree share the blame evenly
 * @param freedom degrees of freedom of Student's distribution: how soon a contradicted figure loses
 *     its weight. At 4, a figure keeps 5/8 of it 2 errors off, and 5 % 10 errors off
 * @param driftAYear how much more a number errs for every year that the model is older than the
 *     newest, in spreads of the yardstick: what is measured today says less of a model measured
 *     then
 * @param priorWorth models that the expected coefficients of the prior are worth: they matter where
 *     hardly anything was measured
 * @param width of half an interval, in standard deviations: at 1 two of three are inside
 */
record RankingConstants(
    double shareOfBlame, double freedom, double driftAYear, double priorWorth, double width) {

  static final RankingConstants STANDARD = new RankingConstants(0.5, 4, 0.1, 4, 1);
}
