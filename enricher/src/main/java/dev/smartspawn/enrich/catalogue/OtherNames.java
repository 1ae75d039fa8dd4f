package dev.smartspawn.enrich.catalogue;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.reference.Alias;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Names under which callers may know a model: its dated id, its repository on Hugging Face, and the
 * names that {@code aliases.yaml} gives it. In lower case.
 */
public final class OtherNames {

  private final Map<CanonicalId, SortedSet<String>> byModel = new HashMap<>();

  private OtherNames() {}

  /** Variants and aliases have none of their own: their names are those of their models. */
  public static OtherNames of(ModelCatalogue catalogue, Collection<TopicValue<Alias>> aliases) {
    OtherNames names = new OtherNames();
    for (ListedModel entry : catalogue.entries()) {
      if (entry.isOriginal()) {
        names.add(entry.id(), entry.listing().canonicalSlug());
        names.add(entry.id(), entry.listing().huggingFaceId());
      }
    }
    aliases.forEach(alias -> names.add(alias.value().canonicalId(), alias.value().name()));
    return names;
  }

  public List<String> of(CanonicalId id) {
    return List.copyOf(byModel.getOrDefault(id, new TreeSet<>()));
  }

  private void add(CanonicalId id, @Nullable String name) {
    String plain = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    if (!plain.isEmpty() && !plain.equals(id.value())) {
      byModel.computeIfAbsent(id, each -> new TreeSet<>()).add(plain);
    }
  }
}
