package dev.smartspawn.enrich.name.resolve;

import dev.smartspawn.enrich.name.facet.CatalogueModel;
import dev.smartspawn.enrich.name.parse.Flavour;
import dev.smartspawn.enrich.name.parse.ParsedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Models whose names differ only in their flavour, or in their size. */
final class Siblings {

  private record Family(
      SortedSet<String> words, SortedSet<String> versions, SortedSet<String> sizes) {

    private static Family of(ParsedName name) {
      return new Family(name.words(), name.versions(), name.sizes());
    }

    private Family ofAnySize() {
      return new Family(words, versions, new TreeSet<>());
    }
  }

  private final Map<Family, List<CatalogueModel>> families = new HashMap<>();
  private final Map<Family, List<CatalogueModel>> anySize = new HashMap<>();

  private Siblings() {}

  static Siblings of(Collection<CatalogueModel> models) {
    Siblings siblings = new Siblings();
    for (CatalogueModel model : models) {
      for (ParsedName name : model.names()) {
        Family family = Family.of(name);
        siblings.families.computeIfAbsent(family, f -> new ArrayList<>()).add(model);
        siblings.anySize.computeIfAbsent(family.ofAnySize(), f -> new ArrayList<>()).add(model);
      }
    }
    return siblings;
  }

  /**
   * Whether another model of that name is told apart from this one by instruct or chat: {@code
   * gpt-3.5-turbo-instruct} and {@code gpt-3.5-turbo}. Where both are called either way, it does
   * not tell them apart.
   */
  boolean differByFlavour(CatalogueModel model, ParsedName name) {
    Set<Set<Flavour>> its = readings(model);
    return families.getOrDefault(Family.of(name), List.of()).stream()
        .filter(other -> other.isThinking() == model.isThinking())
        .anyMatch(other -> Collections.disjoint(readings(other), its));
  }

  /** Whether another model has this name and version, with another size or without one. */
  boolean differBySize(CatalogueModel model, ParsedName name) {
    return anySize.getOrDefault(Family.of(name).ofAnySize(), List.of()).stream()
        .anyMatch(other -> !other.id().base().equals(model.id().base()));
  }

  private static Set<Set<Flavour>> readings(CatalogueModel model) {
    Set<Set<Flavour>> readings = new HashSet<>();
    model.names().forEach(name -> readings.add(name.flavours()));
    return readings;
  }
}
