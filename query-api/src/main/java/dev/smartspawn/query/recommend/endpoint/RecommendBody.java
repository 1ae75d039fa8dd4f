package dev.smartspawn.query.recommend.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.smartspawn.query.recommend.ModelFilter;
import dev.smartspawn.query.view.Attribution;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
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
   * @param candidatesConsidered models that meet every requirement, the recommended ones among them
   * @param ladder every model in rank order; absent unless asked for
   * @param why what puts the first of those that remain before the second; absent with {@code
   *     ladder}
   */
  public record Meta(
      String task,
      String budget,
      Category category,
      @Nullable Classification classification,
      int candidatesConsidered,
      @Nullable List<Rung> ladder,
      @Nullable String why,
      @Nullable Attribution attribution) {}

  /**
   * @param confidence 0 to 1
   * @param matched the words that spoke for the category
   * @param read which parameter they were found in: {@code task} or {@code context}
   */
  public record Classification(
      Category category, double confidence, List<String> matched, String read) {}

  /**
   * A model on the ladder; what it does not have stands there as null.
   *
   * @param estimate what it was ranked by: its estimate, or its score where it has none
   * @param low with {@code high}: the estimate's interval
   * @param removedBy the filter that removed it; null if it remains
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Rung(
      CanonicalId id,
      @Nullable Double estimate,
      @Nullable Double low,
      @Nullable Double high,
      Pricing pricing,
      @Nullable ModelFilter removedBy) {}
}
