package dev.smartspawn.worker.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.privacy.PrivacyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The providers behind a stub of OpenRouter: whether each trains on data, by name. */
final class UpstreamProviders {

  static final Map<String, Boolean> ALL =
      new TreeMap<>(
          Map.of(
              "anthropic", false,
              "azure", false,
              "bedrock", false,
              "deepseek", true,
              "together", true,
              "together/turbo", true,
              "deepinfra", false,
              "deepinfra/turbo", false));

  private UpstreamProviders() {}

  /** Those to which OpenRouter passes on a request with these preferences. */
  static List<String> eligible(JsonNode preferences) {
    List<String> eligible = new ArrayList<>(ALL.keySet());
    if (preferences.path("data_collection").asText().equals("deny")) {
      eligible.removeIf(ALL::get);
    }
    if (preferences.has("only")) {
      eligible.removeIf(name -> !isAmong(name, preferences.path("only")));
    }
    eligible.removeIf(name -> isAmong(name, preferences.path("ignore")));
    return eligible;
  }

  private static boolean isAmong(String name, JsonNode names) {
    for (JsonNode each : names) {
      if (PrivacyRule.isWithin(name, each.asText())) {
        return true;
      }
    }
    return false;
  }
}
