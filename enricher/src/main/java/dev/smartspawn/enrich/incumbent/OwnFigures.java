package dev.smartspawn.enrich.incumbent;

import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A digest of what belongs to a model itself and moves its place: its figures, prices and
 * capabilities. Speeds differ in every pull and move no place.
 */
public final class OwnFigures {

  private static final Set<String> SPEEDS = Set.of("tokens/s", "s");

  private OwnFigures() {}

  /** Differs if anything of the model's own does. */
  public static String digest(EnrichedModel model) {
    String figures =
        model.evidence().stream()
            .filter(number -> !SPEEDS.contains(number.unit()))
            .map(OwnFigures::line)
            .sorted()
            .collect(Collectors.joining("\n"));
    String own = String.join("\n", figures, text(model.pricing()), text(model.capabilities()));
    return UUID.nameUUIDFromBytes(own.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String line(Evidence number) {
    return number.metric() + '|' + number.raw() + '|' + number.effort() + '|' + number.sourceId();
  }

  private static String text(Record part) {
    return part.toString();
  }
}
