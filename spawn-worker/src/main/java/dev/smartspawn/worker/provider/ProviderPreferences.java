package dev.smartspawn.worker.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.privacy.PrivacyRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * OpenRouter's {@code provider} field: to which of its providers a request may be passed on.
 *
 * @param denyDataCollection whether providers that keep or train on requests are out
 * @param only the only ones; null for any
 * @param ignore those that are out
 */
public record ProviderPreferences(
    boolean denyDataCollection, @Nullable List<String> only, List<String> ignore) {

  public static final ProviderPreferences NONE = new ProviderPreferences(false, null, List.of());

  /** The field of the request's body. */
  static final String FIELD = "provider";

  private static final String ONLY = "only";
  private static final String IGNORE = "ignore";

  public ProviderPreferences {
    only = only == null ? null : List.copyOf(only);
    ignore = List.copyOf(ignore);
  }

  /** Whether nothing is left once the operator's preferences in {@code body} are met, too. */
  boolean excludeEverything(ObjectNode body) {
    @Nullable List<String> left = PrivacyRule.both(only, names(body.path(FIELD).path(ONLY)));
    return left != null && left.isEmpty();
  }

  /** Narrows the preferences that a request has already, if it has any. */
  void narrow(ObjectNode request) {
    if (equals(NONE)) {
      return;
    }
    ObjectNode field =
        request.get(FIELD) instanceof ObjectNode given
            ? given
            : JsonNodeFactory.instance.objectNode();
    if (denyDataCollection) {
      field.put("data_collection", "deny");
    }
    @Nullable List<String> allowed = PrivacyRule.both(only, names(field.path(ONLY)));
    if (allowed != null) {
      put(field, ONLY, allowed);
    }
    Set<String> ignored = new LinkedHashSet<>(ignore);
    @Nullable List<String> others = names(field.path(IGNORE));
    ignored.addAll(others == null ? List.of() : others);
    if (!ignored.isEmpty()) {
      put(field, IGNORE, ignored);
    }
    request.set(FIELD, field);
  }

  private static void put(ObjectNode field, String name, Iterable<String> values) {
    ArrayNode array = field.putArray(name);
    values.forEach(array::add);
  }

  private static @Nullable List<String> names(JsonNode list) {
    if (!list.isArray()) {
      return null;
    }
    List<String> names = new ArrayList<>();
    list.forEach(each -> names.add(each.asText().toLowerCase(Locale.ROOT)));
    return names;
  }
}
