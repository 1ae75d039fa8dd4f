/** The sources' records, typed, as the raw topics hold them. */
@NullMarked
package dev.smartspawn.schema.raw;

import org.jspecify.annotations.NullMarked;
