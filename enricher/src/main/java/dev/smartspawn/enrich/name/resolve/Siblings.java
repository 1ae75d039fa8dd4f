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

/** Models whose names differ only in their flavour. */
final class Siblings {

  private record Family(
      SortedSet<String> words, SortedSet<String> versions, SortedSet<String> sizes) {

    private static Family of(ParsedName name) {
      return new Family(name.words(), name.versions(), name.sizes());
    }
  }

  private final Map<Family, List<CatalogueModel>> families = new HashMap<>();

  private Siblings() {}

  static Siblings of(Collection<CatalogueModel> models) {
    Siblings siblings = new Siblings();
    for (CatalogueModel model : models) {
      for (ParsedName name : model.names()) {
        siblings.families.computeIfAbsent(Family.of(name), f -> new ArrayList<>()).add(model);
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

  private static Set<Set<Flavour>> readings(CatalogueModel model) {
    Set<Set<Flavour>> readings = new HashSet<>();
    model.names().forEach(name -> readings.add(name.flavours()));
    return readings;
  }
}
