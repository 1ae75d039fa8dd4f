package dev.smartspawn.enrich.classification;

import dev.smartspawn.enrich.catalogue.ListedModel;
import dev.smartspawn.enrich.rule.FormulaConstants;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import dev.smartspawn.schema.enriched.EnrichedModel.Speed;
import dev.smartspawn.schema.enriched.Tier;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is derived by rule from a model's listing and its measured speed.
 *
 * @param categories what it can be recommended for; none for a router or a model that is not made
 *     for tasks in words
 * @param tags in alphabetical order
 */
public record Classification(Tier tier, Set<Category> categories, List<String> tags) {

  public static Classification of(ListedModel entry, @Nullable Speed speed, LocalDate today) {
    return new Classification(
        TierRule.tierOf(entry.id().provider(), entry.pricing()),
        categories(entry),
        Tags.of(entry, speed, today));
  }

  private static Set<Category> categories(ListedModel entry) {
    if (entry.isRouter() || !entry.isForText()) {
      return EnumSet.noneOf(Category.class);
    }
    Set<Category> categories = EnumSet.of(Category.CODING, Category.CREATIVE, Category.GENERAL);
    Capabilities capabilities = entry.capabilities();
    add(categories, Category.REASONING, capabilities.reasoning());
    add(categories, Category.VISION, capabilities.vision());
    add(
        categories,
        Category.FAST_CHEAP,
        entry.pricing().promptWithFee() < FormulaConstants.FAST_CHEAP_BELOW_USD);
    add(categories, Category.RESEARCH, Tags.isLongReading(entry));
    return categories;
  }

  private static void add(Set<Category> categories, Category category, boolean applies) {
    if (applies) {
      categories.add(category);
    }
  }
}
