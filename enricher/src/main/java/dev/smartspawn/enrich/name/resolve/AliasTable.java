package dev.smartspawn.enrich.name.resolve;

import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.name.parse.NameParser;
import dev.smartspawn.enrich.name.parse.NameSpelling;
import dev.smartspawn.enrich.name.parse.ParsedName;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.reference.Alias;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** data/aliases.yaml: by the name as written, or by the name without its effort. */
final class AliasTable {

  private final Map<String, CanonicalId> bySpelling = new HashMap<>();
  private final Map<ParsedName, CanonicalId> byName = new HashMap<>();
  private final Set<SortedSet<String>> words = new HashSet<>();

  AliasTable(Collection<Alias> aliases) {
    aliases.stream()
        .sorted(Comparator.comparing(Alias::canonicalId).thenComparing(Alias::name))
        .forEach(this::add);
  }

  private void add(Alias alias) {
    bySpelling.putIfAbsent(NameSpelling.plain(alias.name()), alias.canonicalId());
    ParsedName name = NameParser.read(alias.name()).withoutEffort();
    if (!name.words().isEmpty()) {
      byName.putIfAbsent(name.withoutEffort(), alias.canonicalId());
      words.add(name.words());
    }
  }

  /**
   * @param name the record's name, read without its effort
   */
  @Nullable CanonicalId find(NamedRecord record, ParsedName name) {
    @Nullable CanonicalId written = bySpelling.get(NameSpelling.plain(record.name()));
    if (written != null) {
      return written;
    }
    if (!words.contains(name.words())) {
      return null;
    }
    @Nullable CanonicalId named = byName.get(name.withoutEffort());
    return named == null ? byName.get(name.identity()) : named;
  }
}
