package dev.smartspawn.enrich.rank;

/**
 * What the order and the intervals rest on besides the data. None was fitted: each is a round
 * number from an argument, and halving or doubling any of them moves no correlation by more than
 * chance would (held by a test over random halves of the models).
 *
 * @param shareOfBlame of a disagreement between the yardstick and the metric that agrees with it
 *     best, what is the yardstick's own error: a little less than half, since the yardstick was
 *     chosen as the nearest to the category
 * @param freedom degrees of freedom of Student's distribution: how soon a contradicted figure loses
 *     its weight. At 4, a figure keeps 5/8 of it 2 errors off, and 5 % 10 errors off
 * @param driftAYear how much more a number errs for every year that the model is older than the
 *     newest, in spreads of the yardstick: what is measured today says less of a model measured
 *     then
 * @param priorWorth models that the expected coefficients of the prior are worth: they matter where
 *     hardly anything was measured
 * @param width of half an interval, in standard deviations: at 1 two of three are inside
 * @param laboratoryError expected of a laboratory that measures for the category, in spreads of the
 *     yardstick
 * @param laboratoryWorth models that the expected error is worth against the disagreements seen
 * @param unheardError expected of a laboratory that nobody has heard, in spreads: more than of
 *     those that were chosen for the category, since it may measure in another way
 * @param unheardWorth laboratories that this expectation is worth against those that are heard
 * @param standInError what is added where no yardstick of the category itself was measured, in
 *     spreads
 */
record RankingConstants(
    double shareOfBlame,
    double freedom,
    double driftAYear,
    double priorWorth,
    double width,
    double laboratoryError,
    double laboratoryWorth,
    double unheardError,
    double unheardWorth,
    double standInError) {

  static final RankingConstants STANDARD =
      new RankingConstants(0.4, 4, 0.1, 4, 1, 0.3, 4, 0.45, 1, 0.25);
}
