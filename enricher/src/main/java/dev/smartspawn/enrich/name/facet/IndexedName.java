package dev.smartspawn.enrich.name.facet;

import dev.smartspawn.enrich.name.parse.ParsedName;

/**
 * A model of the catalogue by one of its names.
 *
 * @param flavourDecides whether a sibling differs from the model by instruct or chat alone
 * @param sizeDecides whether a sibling differs from the model by its size
 */
public record IndexedName(
    CatalogueModel model, ParsedName name, boolean flavourDecides, boolean sizeDecides) {}
