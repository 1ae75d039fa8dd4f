package dev.smartspawn.enrich.name;

/** One respect in which two names are compared. */
@FunctionalInterface
interface Facet {
  FacetFinding compare(Pair pair);
}
