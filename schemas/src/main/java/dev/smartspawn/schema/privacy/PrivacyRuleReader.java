package dev.smartspawn.schema.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.RequestFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  private PrivacyRuleReader() {}

  /**
   * Counts every mistake in {@code fields}. A rule with mistakes must not be used.
   *
   * @param field the rule's field
   * @return empty where there is none
   */
  public static Optional<PrivacyRule> read(RequestFields fields, String field) {
    return fields
        .object(field, List.of("dataCollection", "providers", "regions"))
        .map(
            rule ->
                new PrivacyRule(
                    rule.parsed(
                            "dataCollection",
                            "one of " + DataCollection.KNOWN,
                            DataCollection::find)
                        .orElse(null),
                    providers(rule),
                    names(rule, "regions", REGION)));
  }

  /** The name as it is compared; empty for a text that is not one. */
  public static Optional<String> name(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }

  private static PrivacyRule.@Nullable Providers providers(RequestFields rule) {
    return rule.object("providers", List.of("only", "ignore"))
        .map(
            providers ->
                new PrivacyRule.Providers(
                    names(providers, "only", PROVIDER),
                    isEmptyList(providers.value("ignore"))
                        ? null
                        : names(providers, "ignore", PROVIDER)))
        .orElse(null);
  }

  private static boolean isEmptyList(Optional<JsonNode> list) {
    return list.filter(json -> json.isArray() && json.isEmpty()).isPresent();
  }

  private static @Nullable List<String> names(RequestFields fields, String list, String expected) {
    Optional<JsonNode> given = fields.value(list);
    if (given.isEmpty()) {
      return null;
    }
    JsonNode json = given.get();
    List<String> names = new ArrayList<>();
    if (json.isArray() && json.size() <= MOST_NAMES) {
      json.forEach(
          each ->
              (each.isTextual() ? name(each.textValue()) : Optional.<String>empty())
                  .ifPresent(names::add));
    }
    if (names.isEmpty() || names.size() != json.size()) {
      fields.reject(list, "a list of 1 to %d %s".formatted(MOST_NAMES, expected));
      return null;
    }
    return names.stream().distinct().toList();
  }
}
