package dev.smartspawn.query.view;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.text.NearestName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds models by any of their names: the id in any case, its dated form, an alias, the id with a
 * gateway's prefix or a suffix that chooses a route, and the name without the maker where only one
 * model has it.
 */
final class ModelNames {

  /** Suffixes that say how a request is routed or answered, and not which model answers it. */
  private static final Set<String> REQUEST_SUFFIXES =
      Set.of(":nitro", ":floor", ":online", ":exacto", ":thinking");

  /** No model has a longer name. Looking for one would take time with the square of its length. */
  private static final int LONGEST = 256;

  private static final Pattern DATED = Pattern.compile("(.+?)[-@:](20\\d{2})-?(\\d{2})-?(\\d{2})");

  private static final Comparator<CanonicalId> PLAIN_FIRST =
      Comparator.comparing(CanonicalId::isAlias)
          .thenComparing(CanonicalId::variant)
          .thenComparing(Comparator.naturalOrder());

  private final Map<String, CanonicalId> byName = new HashMap<>();
  private final Map<String, CanonicalId> bySpelling = new HashMap<>();
  private final Map<CanonicalId, List<String>> others = new HashMap<>();

  ModelNames(Collection<EnrichedModel> models) {
    List<EnrichedModel> inOrder =
        models.stream().sorted(Comparator.comparing(EnrichedModel::id, PLAIN_FIRST)).toList();
    inOrder.forEach(model -> byName.put(model.id().value(), model.id()));
    for (EnrichedModel model : inOrder) {
      others.put(model.id(), model.alsoKnownAs());
      model.alsoKnownAs().forEach(name -> byName.putIfAbsent(name, model.id()));
      if (model.id().isAlias()) {
        byName.putIfAbsent(model.id().value().substring(1), model.id());
      }
    }
    addShort(inOrder);
    addSpellings();
  }

  /** Empty if no model, or more than one, has this name. */
  Optional<CanonicalId> find(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String name = written.strip().toLowerCase(Locale.ROOT);
    @Nullable CanonicalId found = exact(name);
    while (found == null && name.indexOf('/') != name.lastIndexOf('/')) {
      // A gateway's name, as in openrouter/anthropic/claude-opus-5.
      name = name.substring(name.indexOf('/') + 1);
      found = exact(name);
    }
    return Optional.ofNullable(found);
  }

  /** The id that is written most like {@code name}; absent without models. */
  Optional<String> nearest(String name) {
    Set<String> ids = new HashSet<>();
    others.keySet().forEach(id -> ids.add(id.value()));
    String beginning = name.substring(0, Math.min(name.length(), LONGEST));
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            NearestName.of(withoutSuffix(beginning.strip().toLowerCase(Locale.ROOT)), ids));
  }

  private @Nullable CanonicalId exact(String name) {
    @Nullable CanonicalId found = byName.get(name);
    String plain = withoutSuffix(name);
    if (found == null && !plain.equals(name)) {
      found = exact(plain);
    }
    if (found == null) {
      found = dated(name);
    }
    return found == null ? bySpelling.get(spelling(name)) : found;
  }

  private static String withoutSuffix(String name) {
    int colon = name.lastIndexOf(':');
    return colon > 0 && REQUEST_SUFFIXES.contains(name.substring(colon))
        ? name.substring(0, colon)
        : name;
  }

  /** An id with the date that the catalogue has for it too. */
  private @Nullable CanonicalId dated(String name) {
    Matcher dated = DATED.matcher(name);
    if (!dated.matches()) {
      return null;
    }
    @Nullable CanonicalId found = byName.get(dated.group(1));
    String digits = dated.group(2) + dated.group(3) + dated.group(4);
    return found != null
            && others.getOrDefault(found, List.of()).stream()
                .anyMatch(other -> other.replace("-", "").endsWith(digits))
        ? found
        : null;
  }

  /** Names without their makers, of models that have one to themselves. */
  private void addShort(List<EnrichedModel> models) {
    Map<String, Set<CanonicalId>> byShort = new HashMap<>();
    for (EnrichedModel model : models) {
      if (!model.id().isAlias()) {
        String id = model.id().value();
        byShort
            .computeIfAbsent(id.substring(id.indexOf('/') + 1), each -> new HashSet<>())
            .add(model.id());
      }
    }
    byShort.forEach(
        (name, ids) -> {
          if (ids.size() == 1) {
            byName.putIfAbsent(name, ids.iterator().next());
          }
        });
  }

  /** {@code claude-opus-4-6} for {@code claude-opus-4.6}, where that can only be one model. */
  private void addSpellings() {
    Map<String, Set<CanonicalId>> spelled = new HashMap<>();
    byName.forEach(
        (name, id) -> spelled.computeIfAbsent(spelling(name), each -> new HashSet<>()).add(id));
    spelled.forEach(
        (name, ids) -> {
          if (ids.size() == 1) {
            bySpelling.put(name, ids.iterator().next());
          }
        });
  }

  private static String spelling(String name) {
    return name.replace('.', '-').replace('_', '-').replace(' ', '-');
  }
}
