package dev.smartspawn.query.recommend.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.smartspawn.query.recommend.ModelFilter;
import dev.smartspawn.query.task.TaskFacets;
import dev.smartspawn.query.view.Attribution;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /recommend}. */
public record RecommendBody(List<Recommended> data, Meta meta) {

  /**
   * @param confidence 0 to 1; of a model with an estimate, the probability that no other candidate
   *     is better by more than 2 points
   */
  public record Recommended(RenderedModel model, String reason, double confidence) {}

  /**
   * @param task as the client sent it
   * @param classification how a free text was classified; absent if the task is a category
   * @param minContext the tokens of context that the models have at least: {@code minContext}, or
   *     what the texts need if that is more; absent if any model has enough
   * @param facets what else a free text was found to ask for; absent if the task is a category
   * @param candidatesConsidered models that meet every requirement, the recommended ones among them
   * @param ladder every model in rank order; only with {@code explain}
   * @param awaiting sources whose first pull is not in the served models yet; absent for none
   * @param since since when the first one is the answer; absent for questions with requirements of
   *     their own, and until a refresh is closed
   * @param why why the first remaining model is before the second; absent with {@code ladder}
   */
  public record Meta(
      String task,
      String budget,
      Category category,
      @Nullable Classification classification,
      @Nullable Long minContext,
      @Nullable TaskFacets facets,
      int candidatesConsidered,
      @Nullable List<Rung> ladder,
      @Nullable String why,
      @Nullable Attribution attribution,
      @Nullable List<Source> awaiting,
      @Nullable Since since) {}

  /**
   * @param confidence 0 to 1
   * @param matched the words and signals that spoke most for the category
   * @param read which parameter they were found in: {@code task} or {@code context}
   */
  public record Classification(
      Category category, double confidence, List<String> matched, String read) {}

  /**
   * A model on the ladder; unknown values are null.
   *
   * @param estimate the value it was ranked by: its estimate, or its score if it has none
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
