package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.PriceReference;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.spawn.ModelLimits;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One model per category, used while the advisor cannot be reached: the specification's table with
 * current ids and the list prices of July 2026.
 */
public final class FallbackModels {

  private static final String REASON = "fallback: query-api cannot be reached";
  private static final ModelLimits READS_ALL =
      new ModelLimits(null, null, null, null, null, true, true);
  private static final PlannedModel OPUS =
      of("anthropic/claude-opus-4.6", "5", "25").withLimits(READS_ALL);
  private static final PlannedModel FLASH =
      of("google/gemini-3.5-flash", "1.5", "9").withLimits(READS_ALL);
  private static final PlannedModel KIMI = of("moonshotai/kimi-k2.6", "0.684", "3.42");
  private static final PlannedModel SONNET =
      of("anthropic/claude-sonnet-4.6", "3", "15").withLimits(READS_ALL);

  /** The specification names no model for vision. The one for research reads images. */
  public static final FallbackModels BUILT_IN =
      new FallbackModels(
          Map.of(
              Category.CODING, OPUS,
              Category.REASONING, OPUS,
              Category.CREATIVE, OPUS,
              Category.RESEARCH, FLASH,
              Category.VISION, FLASH,
              Category.FAST_CHEAP, KIMI,
              Category.GENERAL, SONNET));

  private final Map<Category, PlannedModel> models;
  private final Predicate<CanonicalId> allowed;
  private final String why;

  private FallbackModels(Map<Category, PlannedModel> models) {
    this(models, any -> true, "");
  }

  private FallbackModels(
      Map<Category, PlannedModel> models, Predicate<CanonicalId> allowed, String why) {
    this.models = Map.copyOf(models);
    this.allowed = allowed;
    this.why = why;
  }

  /** The same for some models only. */
  FallbackModels allowing(Predicate<CanonicalId> some, String reason) {
    return new FallbackModels(models, some, reason);
  }

  /** The same, with the given categories replaced. */
  public FallbackModels with(Map<Category, PlannedModel> others) {
    Map<Category, PlannedModel> merged = new EnumMap<>(models);
    merged.putAll(others);
    return new FallbackModels(merged);
  }

  public Map<Category, PlannedModel> byCategory() {
    return models;
  }

  public Optional<ModelPrice> priceOf(CanonicalId id) {
    return models.values().stream()
        .filter(planned -> planned.model().equals(id))
        .map(PlannedModel::price)
        .findFirst();
  }

  /** The category's model and one alternative, without excluded models. */
  public Advice advice(ModelQuery query) {
    Category category = query.category() == null ? Category.GENERAL : query.category();
    PlannedModel first = models.getOrDefault(category, SONNET);
    List<PlannedModel> wanted =
        Stream.of(first, SONNET, FLASH, KIMI, OPUS)
            .filter(planned -> !query.exclude().contains(planned.model()))
            .filter(planned -> allowed.test(planned.model()))
            .filter(planned -> query.content().stream().allMatch(planned.limitsOrUnknown()::takes))
            .distinct()
            .limit(2)
            .toList();
    if (wanted.isEmpty()) {
      throw new NoModelException(
          why.isEmpty()
              ? query.content().isEmpty()
                  ? "every fallback model is excluded"
                  : "no fallback model is left that takes the images and files"
              : "no fallback model is left that may be called: " + why);
    }
    return new Advice(wanted, query.category());
  }

  private static PlannedModel of(String id, String prompt, String completion) {
    ModelPrice price = ModelPrice.of(prompt, completion);
    return PlannedModel.of(CanonicalId.of(id), price, REASON)
        .withPrice(price, PriceReference.BUILT_IN);
  }
}
