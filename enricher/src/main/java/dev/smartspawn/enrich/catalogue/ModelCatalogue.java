package dev.smartspawn.enrich.catalogue;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every model that OpenRouter lists, and which of them are the same model under another id. */
public final class ModelCatalogue {

  private static final Comparator<ListedModel> PLAIN_FIRST =
      Comparator.comparing((ListedModel entry) -> entry.id().isAlias())
          .thenComparing(entry -> entry.id().variant())
          .thenComparing(ListedModel::id);

  private final TreeMap<CanonicalId, ListedModel> entries = new TreeMap<>();
  private final Map<CanonicalId, TopicValue<Raw<OpenRouterModel>>> records = new HashMap<>();
  private final Map<String, ListedModel> bySlug = new HashMap<>();

  private ModelCatalogue(Collection<TopicValue<Raw<OpenRouterModel>>> listed) {
    // Of an id in two spellings the lower-case one is the model's.
    listed.stream().sorted(Comparator.comparing(ModelCatalogue::isRespelt)).forEach(this::list);
    // A model and its variants share a slug. It means the plain model.
    entries.values().stream().sorted(PLAIN_FIRST).forEach(this::indexSlug);
  }

  public static ModelCatalogue of(Collection<TopicValue<Raw<OpenRouterModel>>> listed) {
    return new ModelCatalogue(listed);
  }

  /** In the order of their ids. */
  public Collection<ListedModel> entries() {
    return entries.values();
  }

  /** In the order of their ids. */
  public List<OpenRouterModel> listings() {
    return entries.values().stream().map(ListedModel::listing).toList();
  }

  /** The entry's record in its raw topic. */
  public TopicValue<Raw<OpenRouterModel>> recordOf(ListedModel entry) {
    return Objects.requireNonNull(records.get(entry.id()), "an entry of another catalogue");
  }

  /**
   * The models that {@code entry} is another id of, nearest first: a variant's base, an alias's
   * target. Empty for a plain model, and if that model is not listed.
   */
  public List<ListedModel> originsOf(ListedModel entry) {
    Set<ListedModel> seen = new LinkedHashSet<>();
    Optional<ListedModel> next = Optional.of(entry);
    while (next.isPresent() && seen.add(next.get())) {
      next = originOf(next.get());
    }
    return seen.stream().skip(1).toList();
  }

  private static boolean isRespelt(TopicValue<Raw<OpenRouterModel>> record) {
    String id = record.value().record().id();
    return !id.equals(plain(id));
  }

  private void list(TopicValue<Raw<OpenRouterModel>> record) {
    ListedModel entry = ListedModel.of(record.value());
    if (entries.putIfAbsent(entry.id(), entry) == null) {
      records.put(entry.id(), record);
    }
  }

  private Optional<ListedModel> originOf(ListedModel entry) {
    if (!entry.id().variant().isEmpty()) {
      return Optional.ofNullable(entries.get(entry.id().base()));
    }
    OpenRouterModel.@Nullable AliasTarget target = entry.listing().aliasTarget();
    return entry.id().isAlias() && target != null
        ? Optional.ofNullable(bySlug.get(plain(target.slug())))
        : Optional.empty();
  }

  private void indexSlug(ListedModel entry) {
    bySlug.put(entry.id().value(), entry);
    @Nullable String slug = entry.listing().canonicalSlug();
    if (slug != null) {
      bySlug.putIfAbsent(plain(slug), entry);
    }
  }

  private static String plain(String slug) {
    return slug.toLowerCase(Locale.ROOT);
  }
}
