package dev.smartspawn.query.task;

import dev.smartspawn.schema.enriched.Category;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task as people write it, with the category that a reader would give it.
 *
 * @param kind tasks of one kind are alike; whole kinds are held out to measure what the model does
 *     with kinds it does not know
 * @param language ISO 639-1
 * @param facets any of {@code stack}, {@code job} and {@code domain}
 */
record LabelledTask(
    String text, Category category, String kind, String language, Map<String, String> facets) {

  /** Whether it is a phrase rather than a task. Phrases are always learned and never asked. */
  boolean isKeyword() {
    return kind.equals("keywords");
  }

  /** Null if nobody labelled it. */
  @Nullable String label(TaskHead head) {
    return switch (head) {
      case CATEGORY -> category.id();
      case STACK, JOB -> category == Category.CODING ? facets.get(head.id()) : null;
      case DOMAIN -> facets.getOrDefault(head.id(), Domains.ofKind(kind));
    };
  }
}
