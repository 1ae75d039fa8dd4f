/** What the sources said, typed, as their raw topics carry it. */
@NullMarked
package dev.smartspawn.schema.raw;

import org.jspecify.annotations.NullMarked;
