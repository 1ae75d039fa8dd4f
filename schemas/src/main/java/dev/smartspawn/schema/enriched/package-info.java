/** The model as the API serves it, and its changes. */
@NullMarked
package dev.smartspawn.schema.enriched;

import org.jspecify.annotations.NullMarked;
