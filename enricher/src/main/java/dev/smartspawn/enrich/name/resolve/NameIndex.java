package dev.smartspawn.enrich.name.resolve;

import dev.smartspawn.enrich.name.facet.CatalogueModel;
import dev.smartspawn.enrich.name.facet.IndexedName;
import dev.smartspawn.enrich.name.parse.ParsedName;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.OpenRouterModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The models that names can mean. Routers and aliases are left out. A variant is included only if
 * its base is not on sale or, as for {@code :thinking}, it behaves differently.
 */
final class NameIndex {

  /**
   * The models one of whose names has exactly these words.
   *
   * @param number its place among the lines
   */
  record Line(int number, SortedSet<String> words, List<IndexedName> entries) {}

  private static final String FREE = "free";

  private final Set<CanonicalId> ids = new HashSet<>();
  private final Map<CanonicalId, CanonicalId> standIns = new HashMap<>();
  private final Map<String, CatalogueModel> byRepository = new HashMap<>();
  private final Map<String, CatalogueModel> bySlug = new HashMap<>();
  private final Map<SortedSet<String>, Line> byWords = new HashMap<>();
  private final Map<String, List<Line>> byWord = new HashMap<>();

  NameIndex(Collection<OpenRouterModel> sold) {
    sold.forEach(entry -> ids.add(CanonicalId.of(entry.id())));
    findStandIns();
    List<CatalogueModel> models = targets(sold);
    Siblings siblings = Siblings.of(models);
    models.forEach(model -> add(model, siblings));
  }

  private void add(CatalogueModel model, Siblings siblings) {
    if (model.huggingFaceId() != null) {
      byRepository.putIfAbsent(model.huggingFaceId(), model);
    }
    if (model.canonicalSlug() != null) {
      bySlug.putIfAbsent(model.canonicalSlug(), model);
    }
    for (ParsedName name : model.names()) {
      byWords
          .computeIfAbsent(name.words(), this::newLine)
          .entries()
          .add(
              new IndexedName(
                  model,
                  name,
                  siblings.differByFlavour(model, name),
                  siblings.differBySize(model, name)));
    }
  }

  private Line newLine(SortedSet<String> words) {
    Line line = new Line(byWords.size(), words, new ArrayList<>());
    words.forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(line));
    return line;
  }

  /** The catalogue's own id, however it is written; also of what no other name may mean. */
  @Nullable CanonicalId byId(String name) {
    if (name.indexOf('/') < 0) {
      return null;
    }
    try {
      CanonicalId id = CanonicalId.of(name.strip());
      return ids.contains(id) ? id : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  boolean has(CanonicalId id) {
    return ids.contains(id);
  }

  /** The id itself, or else the variant that is on sale without it. */
  @Nullable CanonicalId onSale(CanonicalId id) {
    return ids.contains(id) ? id : standIns.get(id);
  }

  @Nullable CatalogueModel byRepository(String fullName) {
    return byRepository.get(fullName.toLowerCase(Locale.ROOT));
  }

  @Nullable CatalogueModel bySlug(String slug) {
    return bySlug.get(slug.toLowerCase(Locale.ROOT));
  }

  /** How many lines there are. */
  int lines() {
    return byWords.size();
  }

  /** Models one of whose names has exactly these words. */
  List<IndexedName> withWords(SortedSet<String> words) {
    @Nullable Line line = byWords.get(words);
    return line == null ? List.of() : line.entries();
  }

  /** Lines that have this word. */
  List<Line> withWord(String word) {
    return byWord.getOrDefault(word, List.of());
  }

  private void findStandIns() {
    ids.stream()
        .filter(id -> !id.variant().isEmpty() && !ids.contains(id.base()))
        .sorted(
            Comparator.comparing((CanonicalId id) -> !id.variant().equals(FREE))
                .thenComparing(Comparator.naturalOrder()))
        .forEach(id -> standIns.putIfAbsent(id.base(), id));
  }

  /** Bases before their variants, then by id: the first of several under one name is kept. */
  private List<CatalogueModel> targets(Collection<OpenRouterModel> sold) {
    return sold.stream()
        .filter(entry -> !entry.pricing().isRouter())
        .map(CatalogueModel::of)
        .filter(model -> isTarget(model.id()))
        .sorted(
            Comparator.comparing((CatalogueModel model) -> !model.id().variant().isEmpty())
                .thenComparing(CatalogueModel::id))
        .toList();
  }

  private boolean isTarget(CanonicalId id) {
    return !id.isAlias()
        && (id.variant().isEmpty()
            || id.variant().equals(CatalogueModel.THINKING_VARIANT)
            || id.equals(standIns.get(id.base())));
  }
}
