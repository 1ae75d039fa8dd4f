/**
 * Reads a name into a value: {@link dev.smartspawn.enrich.name.parse.NameParser} into {@link
 * dev.smartspawn.enrich.name.parse.ParsedName}, with and without the effort it may end in.
 */
@NullMarked
package dev.smartspawn.enrich.name.parse;

import org.jspecify.annotations.NullMarked;
