/**
 * Finds which model of the catalogue a source's name means. Plain functions without I/O; start at
 * {@link dev.smartspawn.enrich.name.resolve.NameResolver}.
 *
 * <p>This package holds what goes in ({@link dev.smartspawn.enrich.name.NamedRecord}) and what
 * comes out ({@link dev.smartspawn.enrich.name.Decision}).
 */
@NullMarked
package dev.smartspawn.enrich.name;

import org.jspecify.annotations.NullMarked;
