/**
 * Compares a name with one name of a model, facet by facet ({@link
 * dev.smartspawn.enrich.name.facet.NameComparison}). A facet agrees, tolerates a difference at a
 * cost under a {@link dev.smartspawn.enrich.name.MatchRule}, or refuses the model with a reason.
 */
@NullMarked
package dev.smartspawn.enrich.name.facet;

import org.jspecify.annotations.NullMarked;
