package dev.smartspawn.enrich.name.resolve;

import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.facet.IndexedName;
import dev.smartspawn.enrich.name.facet.NameComparison;
import dev.smartspawn.enrich.name.facet.NamePair;
import dev.smartspawn.enrich.name.facet.NameReading;
import dev.smartspawn.enrich.name.parse.ParsedName;
import dev.smartspawn.enrich.name.resolve.NameIndex.Line;
import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** Finds the models closest to a name that means none, with the reasons against them. */
final class NearMisses {

  private static final int SHOWN = 3;

  /** Models compared in full. */
  private static final int LOOKED_AT = 6;

  /** A model that shares less than this part of what the closest shares is not shown. */
  private static final double WORTH_SHOWING = 0.5;

  private record Overlap(Line line, double weight) {

    private static final Comparator<Overlap> MOST_FIRST =
        Comparator.comparingDouble((Overlap overlap) -> -overlap.weight)
            .thenComparing(overlap -> overlap.line.entries().get(0).model().id());
  }

  /** How far a name of the same words is from another. */
  private record Distance(IndexedName entry, double version, double size) {

    private static final Comparator<Distance> NEAREST_FIRST =
        Comparator.comparingDouble(Distance::version).thenComparingDouble(Distance::size);

    private Distance(IndexedName entry, ParsedName name) {
      this(
          entry,
          Math.abs(entry.name().highestVersion() - name.highestVersion()),
          Math.abs(Math.log(entry.name().largestSize() / name.largestSize())));
    }
  }

  private final NameIndex catalogue;

  NearMisses(NameIndex catalogue) {
    this.catalogue = catalogue;
  }

  /** No match, with the closest models: {@code first} before all others. */
  Decision.Unresolved unresolved(NameReading asked, List<Decision.Refused> first) {
    Map<CanonicalId, Decision.Refused> nearest = new LinkedHashMap<>();
    first.forEach(miss -> nearest.putIfAbsent(miss.id(), miss));
    explained(asked).forEach(miss -> nearest.putIfAbsent(miss.model().id(), miss.explained()));
    return new Decision.Unresolved(nearest.values().stream().limit(SHOWN).toList());
  }

  private List<NameComparison> explained(NameReading asked) {
    return nearest(asked.name()).stream()
        .map(entry -> compare(asked, entry))
        .filter(comparison -> !comparison.holds())
        .sorted(Comparator.comparingInt(comparison -> comparison.refusals().size()))
        .toList();
  }

  /** Line by line, and of every line what has the nearest version and the same size. */
  private List<IndexedName> nearest(ParsedName name) {
    Map<CanonicalId, IndexedName> nearest = new LinkedHashMap<>();
    for (Overlap overlap : overlaps(name.words())) {
      overlap.line.entries().stream()
          .map(entry -> new Distance(entry, name))
          .sorted(Distance.NEAREST_FIRST)
          .forEach(distance -> nearest.putIfAbsent(distance.entry.model().id(), distance.entry));
      if (nearest.size() >= LOOKED_AT) {
        break;
      }
    }
    return nearest.values().stream().limit(LOOKED_AT).toList();
  }

  /** Lines that share a word, most first; words few lines have weigh more. */
  private List<Overlap> overlaps(SortedSet<String> words) {
    double[] weights = new double[catalogue.lines()];
    List<Line> touched = new ArrayList<>();
    double most = 0;
    for (String word : words) {
      List<Line> lines = catalogue.withWord(word);
      for (Line line : lines) {
        if (weights[line.number()] == 0) {
          touched.add(line);
        }
        weights[line.number()] += 1.0 / lines.size();
        most = Math.max(most, weights[line.number()]);
      }
    }
    List<Overlap> overlaps = new ArrayList<>();
    for (Line line : touched) {
      double weight = weights[line.number()];
      if (weight >= WORTH_SHOWING * most) {
        overlaps.add(new Overlap(line, weight / (1 + only(line.words(), words).size())));
      }
    }
    overlaps.sort(Overlap.MOST_FIRST);
    return overlaps;
  }

  private static NameComparison compare(NameReading asked, IndexedName entry) {
    NameComparison comparison = NameComparison.of(NamePair.of(asked, entry));
    for (String word : only(asked.name().words(), entry.name().words())) {
      comparison = comparison.refusedBecause("no '" + word + "' in its name");
    }
    for (String word : only(entry.name().words(), asked.name().words())) {
      comparison = comparison.refusedBecause("'" + word + "' is not said");
    }
    return comparison;
  }

  private static List<String> only(Set<String> words, Set<String> others) {
    List<String> only = new ArrayList<>();
    for (String word : words) {
      if (!others.contains(word)) {
        only.add(word);
      }
    }
    return only;
  }
}
