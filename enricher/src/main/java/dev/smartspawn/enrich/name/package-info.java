/**
 * Finds which model of the catalogue a source's name means. Pure functions, no I/O: {@link
 * dev.smartspawn.enrich.name.NameResolver} is where to begin.
 */
@NullMarked
package dev.smartspawn.enrich.name;

import org.jspecify.annotations.NullMarked;
