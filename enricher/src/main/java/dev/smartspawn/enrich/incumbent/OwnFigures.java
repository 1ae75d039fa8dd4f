package dev.smartspawn.enrich.incumbent;

import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A digest of what belongs to a model itself and moves its place: its figures, prices and
 * capabilities. Speeds differ in every pull and move no place.
 */
public final class OwnFigures {

  private static final Set<String> SPEEDS = Set.of("tokens/s", "s");

  private OwnFigures() {}

  /** Differs if anything of the model's own does. */
  public static String digest(EnrichedModel model) {
    String figures = lines(counted(model));
    String own = String.join("\n", figures, text(model.pricing()), text(model.capabilities()));
    return uuid(own);
  }

  /** By source, a digest that differs if any of its figures of the model does. */
  static Map<Source, String> bySource(EnrichedModel model) {
    Map<Source, String> figures = new TreeMap<>();
    counted(model)
        .collect(Collectors.groupingBy(Evidence::source))
        .forEach((source, numbers) -> figures.put(source, uuid(lines(numbers.stream()))));
    return figures;
  }

  private static Stream<Evidence> counted(EnrichedModel model) {
    return model.evidence().stream().filter(number -> !SPEEDS.contains(number.unit()));
  }

  /** The same for the same figures, in whatever order they come. */
  private static String lines(Stream<Evidence> numbers) {
    return numbers.map(OwnFigures::line).sorted().collect(Collectors.joining("\n"));
  }

  private static String uuid(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String line(Evidence number) {
    return number.metric() + '|' + number.raw() + '|' + number.effort() + '|' + number.sourceId();
  }

  private static String text(Record part) {
    return part.toString();
  }
}
