package dev.smartspawn.query.task;

import dev.smartspawn.schema.enriched.Category;
import java.util.List;

/**
 * What a task asks for.
 *
 * @param confidence from 0 (there is nothing to go by) to 1; of answers with a confidence of 0.8,
 *     about 80 % are right
 * @param matched the words and signals that spoke most for the category, words in the order of the
 *     text
 */
public record TaskClass(
    Category category, double confidence, List<String> matched, TaskFacets facets) {
  public TaskClass {
    matched = List.copyOf(matched);
  }
}
