package dev.smartspawn.ingest.livebench;

/**
 * One judged answer.
 *
 * @param turn the turn of a question with several turns, which are judged separately
 * @param score 0 to 1
 * @param judgedAtSeconds since the epoch
 */
record Judgment(
    String model,
    String category,
    String task,
    String question,
    long turn,
    double score,
    double judgedAtSeconds) {

  Judgment {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException(
          "score of '%s' in %s is %s: expected 0 to 1".formatted(model, task, score));
    }
  }
}
