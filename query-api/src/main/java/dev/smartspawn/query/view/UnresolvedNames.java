package dev.smartspawn.query.view;

import dev.smartspawn.query.http.response.EntityTag;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.source.Source;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names no model was found for, in the order they are shown in: by source, then by name. The HF
 * leaderboard comes last: its thousands of fine-tunes rightly have no model and would bury the
 * names that should have one. Never changed, only replaced.
 */
public final class UnresolvedNames {

  private static final Comparator<UnresolvedName> IN_ORDER =
      Comparator.comparing((UnresolvedName name) -> name.source().equals(Source.HF_LEADERBOARD))
          .thenComparing(UnresolvedName::source)
          .thenComparing(UnresolvedName::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(UnresolvedName::key);

  public static final UnresolvedNames NONE = new UnresolvedNames(List.of(), "empty");

  private final List<Searchable> names;
  private final Map<Source, Integer> bySource = new TreeMap<>();
  private final String entityTag;

  /**
   * @param fingerprint the same for the same names
   */
  public UnresolvedNames(Collection<UnresolvedName> unresolved, String fingerprint) {
    this.names = unresolved.stream().sorted(IN_ORDER).map(Searchable::of).toList();
    this.entityTag = EntityTag.of(ApiVersion.CURRENT, fingerprint);
    Source.PULLED.forEach(source -> bySource.put(source, 0));
    unresolved.forEach(name -> bySource.merge(name.source(), 1, Integer::sum));
  }

  /**
   * @param source null for all of them
   * @param part of a name or a key, in capital or small letters; empty for any
   */
  public List<UnresolvedName> find(@Nullable Source source, String part) {
    String wanted = part.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(each -> source == null || each.name().source().equals(source))
        .filter(each -> each.text().contains(wanted))
        .map(Searchable::name)
        .toList();
  }

  public int size() {
    return names.size();
  }

  public Map<Source, Integer> bySource() {
    return Collections.unmodifiableMap(bySource);
  }

  /** How many the source has. */
  public int count(Source source) {
    return bySource.getOrDefault(source, 0);
  }

  /** With its quotes; the same for the same names, over restarts too. */
  public String entityTag() {
    return entityTag;
  }

  /**
   * @param text name and key in small letters
   */
  private record Searchable(UnresolvedName name, String text) {

    static Searchable of(UnresolvedName name) {
      return new Searchable(name, (name.name() + '\n' + name.key()).toLowerCase(Locale.ROOT));
    }
  }
}
