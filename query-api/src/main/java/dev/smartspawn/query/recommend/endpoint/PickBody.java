package dev.smartspawn.query.recommend.endpoint;

import dev.smartspawn.query.recommend.Recommendation;
import dev.smartspawn.query.view.Attribution;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.money.PriceReference;
import dev.smartspawn.schema.source.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /pick}: one model, and why. */
public record PickBody(Pick data, Meta meta) {

  static PickBody of(PickQuestion question, Recommendation pick, ServedCatalogue catalogue) {
    EnrichedModel model = pick.ranked().model();
    return new PickBody(
        new Pick(
            model.id(),
            model.name(),
            model.provider(),
            pick.ranked().score(),
            pick.ranked().estimate(),
            model.pricing(),
            model.priceFrom(),
            model.contextLength(),
            model.maxOutputTokens(),
            model.capabilities(),
            model.supportedParameters(),
            model.lastDay(),
            pick.reason(),
            pick.confidence()),
        new Meta(
            question.category(),
            question.requirements().budget().id(),
            question.requirements().leastContext(),
            RenderedModel.attribution(List.of(catalogue.rendered(model))),
            catalogue.awaitingOrNull(),
            Since.of(question.category(), question.requirements(), model.id(), catalogue)));
  }

  /**
   * @param score 0 to 100, in the category of the task, by the specification's formula
   * @param estimate the estimate it was ranked by; absent if it was ranked by its score
   * @param priceFrom the raw record that the price was read from
   * @param contextLength tokens
   * @param maxOutputTokens the most tokens it writes in one answer; absent when no limit is known
   * @param supportedParameters the parameters of a call that it takes, as OpenRouter lists them;
   *     absent if none are listed
   * @param lastDay the last day it answers; absent when none is announced
   * @param confidence 0 to 1; of a model with an estimate, the probability that no other candidate
   *     is better by more than 2 points
   */
  public record Pick(
      CanonicalId id,
      String name,
      String provider,
      double score,
      @Nullable QualityEstimate estimate,
      Pricing pricing,
      @Nullable PriceReference priceFrom,
      long contextLength,
      @Nullable Long maxOutputTokens,
      Capabilities capabilities,
      @Nullable List<String> supportedParameters,
      @Nullable LocalDate lastDay,
      String reason,
      double confidence) {}

  /**
   * @param category the task itself, or the category its text was classified as
   * @param minContext the tokens of context that the model has at least: {@code minContext}, or
   *     what the texts need if that is more; absent if any model has enough
   * @param awaiting sources whose first pull is not in the served models yet; absent for none
   * @param since since when this is the answer; absent for questions with requirements of their
   *     own, and until a refresh is closed
   */
  public record Meta(
      Category category,
      String budget,
      @Nullable Long minContext,
      @Nullable Attribution attribution,
      @Nullable List<Source> awaiting,
      @Nullable Since since) {}
}
