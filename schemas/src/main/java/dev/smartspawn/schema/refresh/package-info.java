/** Asking for a refresh, and what became of it. */
@NullMarked
package dev.smartspawn.schema.refresh;

import org.jspecify.annotations.NullMarked;
