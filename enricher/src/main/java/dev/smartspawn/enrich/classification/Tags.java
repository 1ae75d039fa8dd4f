package dev.smartspawn.enrich.classification;

import dev.smartspawn.enrich.catalogue.ListedModel;
import dev.smartspawn.enrich.rule.FormulaConstants;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModel.Speed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tags that models are filtered by. */
final class Tags {

  private static final Set<String> BEYOND_TEXT = Set.of("image", "audio", "video");

  private Tags() {}

  /** In alphabetical order. */
  static List<String> of(ListedModel entry, @Nullable Speed speed, LocalDate today) {
    Set<String> tags = new TreeSet<>();
    tag(tags, EnrichedModel.ROUTER_TAG, entry.isRouter());
    tag(tags, EnrichedModel.EXPIRING_TAG, isExpiring(entry, today));
    tag(tags, "fast", isFast(speed));
    tag(tags, "free", entry.pricing().isFree());
    tag(tags, "multimodal", isMultimodal(entry));
    tag(tags, "new", isNew(entry.listing().created(), today));
    tag(tags, "reasoning", entry.capabilities().reasoning());
    tag(tags, "research", isLongReading(entry));
    return List.copyOf(tags);
  }

  /** SPEC: "Context > 100K". */
  static boolean isLongReading(ListedModel entry) {
    return entry.listing().contextLength() > FormulaConstants.RESEARCH_ABOVE_TOKENS;
  }

  private static void tag(Set<String> tags, String tag, boolean applies) {
    if (applies) {
      tags.add(tag);
    }
  }

  private static boolean isExpiring(ListedModel entry, LocalDate today) {
    @Nullable LocalDate lastDay = entry.listing().expirationDate();
    return lastDay != null && !lastDay.isAfter(today.plusDays(FormulaConstants.EXPIRING_DAYS));
  }

  private static boolean isFast(@Nullable Speed speed) {
    return speed != null
        && speed.outputTokensPerSecond() != null
        && speed.outputTokensPerSecond() >= FormulaConstants.FAST_FROM_TOKENS_PER_SECOND;
  }

  private static boolean isMultimodal(ListedModel entry) {
    return entry.listing().inputModalities().stream().anyMatch(BEYOND_TEXT::contains);
  }

  private static boolean isNew(@Nullable Instant created, LocalDate today) {
    return created != null
        && !created.isBefore(
            today.minusDays(FormulaConstants.NEW_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
