package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.rank.Estimate;
import dev.smartspawn.enrich.rank.MeasuredModel;

/**
 * A model that a hidden laboratory measured.
 *
 * @param estimate without the hidden laboratory
 * @param truth where the hidden laboratory places it, as a score
 */
record HeldOutPlacement(MeasuredModel model, Estimate estimate, double truth) {

  /** Whether the truth lies within so many halves of the interval. */
  boolean isWithin(double errors) {
    return Math.abs(truth - estimate.estimate()) <= errors * estimate.error();
  }
}
