package dev.smartspawn.enrich.name.facet;

/** One respect in which two names are compared. */
@FunctionalInterface
interface Facet {
  FacetFinding compare(NamePair pair);
}
