package dev.smartspawn.enrich.publication;

import dev.smartspawn.enrich.store.CachedStore;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.topic.Topics;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The content of {@link Topics#UNRESOLVED_NAMES}. */
final class UnresolvedTable {

  private final CachedStore<String, UnresolvedName> published;

  UnresolvedTable(CachedStore<String, UnresolvedName> published) {
    this.published = published;
  }

  /**
   * Replaces the published names by {@code names}.
   *
   * @return the rows to send: a value for each new or changed name, null for a name that now means
   *     a model or is no longer listed
   */
  SortedMap<String, @Nullable UnresolvedName> replaceWith(SortedMap<String, UnresolvedName> names) {
    SortedMap<String, @Nullable UnresolvedName> rows = new TreeMap<>();
    for (Map.Entry<String, UnresolvedName> name : names.entrySet()) {
      if (!name.getValue().equals(published.get(name.getKey()))) {
        rows.put(name.getKey(), name.getValue());
      }
    }
    for (String key : published.rows().keySet()) {
      if (!names.containsKey(key)) {
        rows.put(key, null);
      }
    }
    rows.forEach(published::put);
    return rows;
  }

  int size() {
    return published.rows().size();
  }
}
