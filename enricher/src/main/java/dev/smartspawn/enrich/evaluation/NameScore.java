package dev.smartspawn.enrich.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.source.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Recall and precision of decisions against the audited truth.
 *
 * @param sources by the source's id
 * @param rules by the rule's id; a rule has a precision only, since a name does not say by which
 *     one it should be found
 * @param mistakes for people, one per line
 */
public record NameScore(
    Map<String, Tally> sources, Map<String, Tally> rules, List<String> mistakes) {

  public NameScore {
    sources = Collections.unmodifiableMap(new TreeMap<>(sources));
    rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    mistakes = List.copyOf(mistakes);
  }

  /**
   * @param meant names that mean a model of the catalogue
   * @param resolved names that were given one
   * @param right names that were given the one they mean
   */
  public record Tally(int meant, int resolved, int right) {

    private static final Tally NONE = new Tally(0, 0, 0);

    /** Absent where no name means a model. */
    @JsonProperty("recall")
    public @Nullable Double recall() {
      return meant == 0 ? null : (double) right / meant;
    }

    /** Absent where no name was given one. */
    @JsonProperty("precision")
    public @Nullable Double precision() {
      return resolved == 0 ? null : (double) right / resolved;
    }

    private Tally plus(Tally other) {
      return new Tally(meant + other.meant, resolved + other.resolved, right + other.right);
    }
  }

  static NameScore of(
      Collection<AuditedName> truth,
      Map<NamedRecord, Decision> decisions,
      Collection<CanonicalId> onSale) {
    Map<String, Tally> sources = new TreeMap<>();
    Map<String, Tally> rules = new TreeMap<>();
    List<String> mistakes = new ArrayList<>();
    for (AuditedName name : truth.stream().filter(AuditedName::judged).toList()) {
      Decision decision = decisions.get(name.record());
      Optional<CanonicalId> meant = name.meaning(onSale);
      int right = 0;
      if (decision instanceof Decision.Match match) {
        right = meant.filter(match.id()::equals).isPresent() ? 1 : 0;
        rules.merge(match.rule().id(), new Tally(0, 1, right), Tally::plus);
      }
      int resolved = decision instanceof Decision.Match ? 1 : 0;
      Tally tally = new Tally(meant.isPresent() ? 1 : 0, resolved, right);
      sources.merge(name.record().source().id(), tally, Tally::plus);
      if (right == 0 && (meant.isPresent() || resolved == 1)) {
        mistakes.add(mistake(name, meant, decision));
      }
    }
    return new NameScore(sources, rules, mistakes);
  }

  Tally of(Source source) {
    return sources.getOrDefault(source.id(), Tally.NONE);
  }

  /** For people. */
  public String table(String title) {
    StringBuilder table = new StringBuilder(text("== %s%n", title));
    table.append(
        text(
            "%-22s %6s %8s %6s %8s %10s%n",
            "source", "meant", "resolved", "right", "recall", "precision"));
    sources.forEach((source, tally) -> table.append(row(source, tally)));
    table.append(text("%-22s%n", "rule"));
    rules.forEach((rule, tally) -> table.append(row(rule, tally)));
    mistakes.forEach(mistake -> table.append("  ! ").append(mistake).append(text("%n")));
    return table.toString();
  }

  private static String row(String what, Tally tally) {
    return text(
        "%-22s %6s %8d %6d %8s %10s%n",
        what,
        tally.meant() == 0 ? "-" : Integer.toString(tally.meant()),
        tally.resolved(),
        tally.right(),
        percent(tally.recall()),
        percent(tally.precision()));
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "-" : text("%.1f%%", 100 * share);
  }

  private static String mistake(
      AuditedName name, Optional<CanonicalId> meant, @Nullable Decision decision) {
    return "%s '%s': expected %s, got %s"
        .formatted(
            name.record().source(),
            name.record().name(),
            meant.map(CanonicalId::value).orElse("none"),
            decision);
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
