package dev.smartspawn.query.task;

import dev.smartspawn.schema.enriched.Category;
import java.util.List;

/**
 * What a task asks for.
 *
 * @param confidence from 0 (nothing known was read) to 1
 * @param matched the words and phrases that spoke for the category, in the order they were read
 */
public record TaskClass(Category category, double confidence, List<String> matched) {
  public TaskClass {
    matched = List.copyOf(matched);
  }
}
