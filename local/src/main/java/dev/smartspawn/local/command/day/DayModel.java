package dev.smartspawn.local.command.day;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.enriched.QualityEstimate;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A model on one day.
 *
 * @param figures a digest of its own quality figures; speeds, which differ every day, are left out
 * @param votes its rating on the board of web development, Elo; absent where it has none
 */
record DayModel(
    Map<Category, QualityEstimate> estimates,
    Pricing pricing,
    Capabilities capabilities,
    String figures,
    @Nullable Double votes) {

  private static final Set<String> SPEEDS = Set.of("tokens/s", "s");

  /** Votes that no estimate uses. */
  private static final String VOTES = "lmarena-dataset/webdev/overall";

  static DayModel of(EnrichedModel model) {
    String figures =
        model.evidence().stream()
            .filter(number -> !SPEEDS.contains(number.unit()))
            .map(DayModel::line)
            .sorted()
            .collect(Collectors.joining("\n"));
    OptionalDouble votes =
        model.evidence().stream()
            .filter(number -> number.metric().equals(VOTES))
            .mapToDouble(Evidence::raw)
            .average();
    return new DayModel(
        model.estimates(),
        model.pricing(),
        model.capabilities(),
        UUID.nameUUIDFromBytes(figures.getBytes(StandardCharsets.UTF_8)).toString(),
        votes.isPresent() ? votes.getAsDouble() : null);
  }

  /** Whether nothing that a ranking reads of the model itself is different. */
  boolean isSame(DayModel other) {
    return hasSameFigures(other)
        && pricing.equals(other.pricing)
        && capabilities.equals(other.capabilities);
  }

  boolean hasSameFigures(DayModel other) {
    return figures.equals(other.figures);
  }

  private static String line(Evidence number) {
    return "%s|%s|%s|%s"
        .formatted(number.metric(), number.raw(), number.effort(), number.sourceId());
  }
}
