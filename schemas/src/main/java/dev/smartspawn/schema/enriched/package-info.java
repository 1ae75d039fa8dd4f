/** The model as it is served, and how it changed. */
@NullMarked
package dev.smartspawn.schema.enriched;

import org.jspecify.annotations.NullMarked;
