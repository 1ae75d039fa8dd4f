/**
 * Decides which model a name means. {@link dev.smartspawn.enrich.name.resolve.NameIndex} finds the
 * models that share the name's words. The model with the lowest cost is meant; where two cost the
 * same, none is. Finally the names of one source are compared with each other ({@link
 * dev.smartspawn.enrich.name.resolve.NameContest}).
 */
@NullMarked
package dev.smartspawn.enrich.name.resolve;

import org.jspecify.annotations.NullMarked;
