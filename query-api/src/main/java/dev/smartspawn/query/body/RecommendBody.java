package dev.smartspawn.query.body;

import dev.smartspawn.schema.enriched.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /recommend}. */
public record RecommendBody(List<Recommended> data, Meta meta) {

  /**
   * @param confidence 0 to 1
   */
  public record Recommended(RenderedModel model, String reason, double confidence) {}

  /**
   * @param task as it was asked
   * @param classification what a free text was taken for; absent where the task is a category
   * @param candidatesConsidered models that meet every wish, the recommended ones among them
   */
  public record Meta(
      String task,
      String budget,
      Category category,
      @Nullable Classification classification,
      int candidatesConsidered,
      @Nullable Attribution attribution) {}

  /**
   * @param confidence 0 to 1
   * @param matched the words that spoke for the category
   * @param read which parameter they were found in: {@code task} or {@code context}
   */
  public record Classification(
      Category category, double confidence, List<String> matched, String read) {}
}
