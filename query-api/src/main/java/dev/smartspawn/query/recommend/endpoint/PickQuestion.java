package dev.smartspawn.query.recommend.endpoint;

import dev.smartspawn.query.recommend.Requirements;
import dev.smartspawn.schema.enriched.Category;

/**
 * What {@code GET /pick} asks for, once its text is understood. With the table it is everything an
 * answer depends on.
 */
record PickQuestion(Category category, Requirements requirements) {

  /** The same text for equal questions, over restarts too. */
  String canonical() {
    return category + " " + requirements.canonical();
  }
}
