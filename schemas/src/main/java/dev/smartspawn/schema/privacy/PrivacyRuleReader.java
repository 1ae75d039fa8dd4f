package dev.smartspawn.schema.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a privacy rule from JSON. A rule that is misread could let a request out, so every field
 * that is not understood is a mistake. An empty list of what is allowed is one, too: it could mean
 * "none" or "any".
 */
public final class PrivacyRuleReader {

  public static final int MOST_NAMES = 100;
  public static final String PROVIDER = "names of providers, as mistral or deepinfra/turbo";
  public static final String REGION = "names of regions, as eu";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._/ -]{0,99}");
  private static final int SHOWN_LENGTH = 40;

  /** To look for the nearest names of 100,000 fields would take seconds. */
  private static final int NAMED_FIELDS = 20;

  private final String field;
  private final Consumer<String> mistakes;

  /**
   * @param field the name of the rule's field, for messages
   */
  public PrivacyRuleReader(String field, Consumer<String> mistakes) {
    this.field = field;
    this.mistakes = mistakes;
  }

  /** A rule with mistakes reads as {@link PrivacyRule#NONE} in their place: it must not be used. */
  public PrivacyRule read(JsonNode json) {
    if (!isObject(json, field, List.of("dataCollection", "providers", "regions"))) {
      return PrivacyRule.NONE;
    }
    return new PrivacyRule(
        dataCollection(json.path("dataCollection")),
        providers(json.path("providers")),
        names(json.path("regions"), field + ".regions", REGION));
  }

  /** The name as it is compared; empty for a text that is not one. */
  public static Optional<String> name(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }

  private @Nullable DataCollection dataCollection(JsonNode json) {
    if (isAbsent(json)) {
      return null;
    }
    Optional<DataCollection> known =
        json.isTextual() ? DataCollection.find(json.textValue()) : Optional.empty();
    if (known.isEmpty()) {
      reject(field + ".dataCollection", json, "one of " + DataCollection.KNOWN);
    }
    return known.orElse(null);
  }

  private PrivacyRule.@Nullable Providers providers(JsonNode json) {
    String name = field + ".providers";
    if (isAbsent(json) || !isObject(json, name, List.of("only", "ignore"))) {
      return null;
    }
    return new PrivacyRule.Providers(
        names(json.path("only"), name + ".only", PROVIDER),
        json.path("ignore").isEmpty() && json.path("ignore").isArray()
            ? null
            : names(json.path("ignore"), name + ".ignore", PROVIDER));
  }

  private @Nullable List<String> names(JsonNode json, String list, String expected) {
    if (isAbsent(json)) {
      return null;
    }
    List<String> names = new ArrayList<>();
    if (json.isArray() && json.size() <= MOST_NAMES) {
      json.forEach(
          each ->
              (each.isTextual() ? name(each.textValue()) : Optional.<String>empty())
                  .ifPresent(names::add));
    }
    if (names.isEmpty() || names.size() != json.size()) {
      reject(list, json, "a list of 1 to %d %s".formatted(MOST_NAMES, expected));
      return null;
    }
    return names.stream().distinct().toList();
  }

  private boolean isObject(JsonNode json, String name, List<String> known) {
    if (!json.isObject()) {
      reject(name, json, "an object with %s".formatted(String.join(", ", known)));
      return false;
    }
    List<String> unknown = new ArrayList<>();
    json.fieldNames().forEachRemaining(each -> unknown.add(each));
    unknown.removeAll(known);
    unknown.stream()
        .limit(NAMED_FIELDS)
        .map(PrivacyRuleReader::shortened)
        .forEach(
            each ->
                mistakes.accept(
                    "unknown field '%s.%s': did you mean '%s'?"
                        .formatted(name, each, NearestName.of(each, known))));
    return true;
  }

  private void reject(String name, JsonNode json, String expected) {
    mistakes.accept(
        "'%s' is %s: expected %s".formatted(name, shortened(json.toString()), expected));
  }

  private static boolean isAbsent(JsonNode json) {
    return json.isMissingNode() || json.isNull();
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "...";
  }
}
