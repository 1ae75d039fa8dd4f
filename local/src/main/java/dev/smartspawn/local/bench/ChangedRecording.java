package dev.smartspawn.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of the recordings with changes such as another day might bring. */
public final class ChangedRecording {

  private static final List<String> SOURCES =
      List.of("openrouter", "artificial-analysis", "hf-leaderboard", "lmarena", "livebench");
  private static final Path CATALOGUE = Path.of("openrouter", "models.json");
  private static final BigDecimal PRICE_FACTOR = new BigDecimal("1.25");

  private ChangedRecording() {}

  /**
   * Every model of the catalogue costs a quarter more, and every twentieth model is missing.
   * Everything else is as recorded.
   *
   * @param folder an empty folder for the copy
   * @return {@code folder}
   */
  public static Path create(Path recordings, Path folder) throws IOException {
    for (String source : SOURCES) {
      Files.createDirectories(folder.resolve(source));
      try (var files = Files.list(recordings.resolve(source))) {
        for (Path file : files.toList()) {
          Files.createSymbolicLink(folder.resolve(source).resolve(file.getFileName()), file);
        }
      }
    }
    Files.delete(folder.resolve(CATALOGUE));
    JsonNode catalogue = Json.MAPPER.readTree(recordings.resolve(CATALOGUE).toFile());
    Json.MAPPER.writeValue(folder.resolve(CATALOGUE).toFile(), change(catalogue));
    return folder;
  }

  private static JsonNode change(JsonNode catalogue) {
    ArrayNode kept = Json.MAPPER.createArrayNode();
    int position = 0;
    for (JsonNode model : catalogue.path("data")) {
      if (position++ % 20 != 19) {
        kept.add(raisePrices(model.deepCopy()));
      }
    }
    return ((ObjectNode) catalogue.deepCopy()).set("data", kept);
  }

  private static JsonNode raisePrices(ObjectNode model) {
    ObjectNode pricing = model.withObject("pricing");
    for (String price : List.of("prompt", "completion")) {
      BigDecimal usd = new BigDecimal(pricing.path(price).asText("0"));
      if (usd.signum() > 0) {
        pricing.put(price, usd.multiply(PRICE_FACTOR).toPlainString());
      }
    }
    return model;
  }
}
