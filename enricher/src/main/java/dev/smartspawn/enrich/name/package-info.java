/**
 * Finds which model of the catalogue a source's name means. Pure functions, no I/O: {@link
 * dev.smartspawn.enrich.name.NameResolver} is where to begin.
 *
 * <p>A name is read into a value ({@link dev.smartspawn.enrich.name.NameParser} into {@link
 * dev.smartspawn.enrich.name.ParsedName}), with and without the effort it may end in. Models whose
 * id, display name, slug or repository has the same words ({@link
 * dev.smartspawn.enrich.name.NameIndex}) are compared with it facet by facet ({@link
 * dev.smartspawn.enrich.name.Comparison}): a facet agrees, tolerates a difference at a cost under a
 * {@link dev.smartspawn.enrich.name.Rule}, or refuses the model and says why. The cheapest model is
 * meant; where two cost the same, none is. At last the names of a source are held against each
 * other ({@link dev.smartspawn.enrich.name.Contest}).
 */
@NullMarked
package dev.smartspawn.enrich.name;

import org.jspecify.annotations.NullMarked;
