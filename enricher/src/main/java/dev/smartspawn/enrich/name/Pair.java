package dev.smartspawn.enrich.name;

/**
 * A name that is looked for, and one of the names of a model it may mean.
 *
 * @param flavourDecides whether a sibling of the model differs from it by instruct or chat alone
 * @param release when the two came out
 */
record Pair(
    Asked asked, CatalogueModel model, ParsedName name, boolean flavourDecides, Release release) {

  static Pair of(Asked asked, NameIndex.Entry entry) {
    return new Pair(
        asked,
        entry.model(),
        entry.name(),
        entry.flavourDecides(),
        new Release(asked, entry.model()));
  }

  /** What the one that is looked for says. */
  ParsedName said() {
    return asked.name();
  }
}
