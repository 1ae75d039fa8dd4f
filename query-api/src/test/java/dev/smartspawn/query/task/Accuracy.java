package dev.smartspawn.query.task;

/** How many of some tasks were classified right; prints itself for the log of the tests. */
record Accuracy(String name, long right, long all) {

  double value() {
    return all == 0 ? 1 : (double) right / all;
  }

  Accuracy print() {
    System.out.printf(
        "classified right, %-40s %4d of %4d, %5.1f %%%n", name, right, all, 100 * value());
    return this;
  }
}
