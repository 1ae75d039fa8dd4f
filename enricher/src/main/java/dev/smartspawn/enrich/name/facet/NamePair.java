package dev.smartspawn.enrich.name.facet;

import dev.smartspawn.enrich.name.parse.ParsedName;

/**
 * A name to resolve, and one of the names of a model it may mean.
 *
 * @param flavourDecides whether a sibling of the model differs from it by instruct or chat alone
 * @param sizeDecides whether a sibling of the model differs from it by its size
 * @param release when the two came out
 */
public record NamePair(
    NameReading asked,
    CatalogueModel model,
    ParsedName name,
    boolean flavourDecides,
    boolean sizeDecides,
    ReleaseGap release) {

  public static NamePair of(NameReading asked, IndexedName entry) {
    return new NamePair(
        asked,
        entry.model(),
        entry.name(),
        entry.flavourDecides(),
        entry.sizeDecides(),
        new ReleaseGap(asked, entry.model()));
  }

  /** The name to resolve. */
  ParsedName said() {
    return asked.name();
  }
}
