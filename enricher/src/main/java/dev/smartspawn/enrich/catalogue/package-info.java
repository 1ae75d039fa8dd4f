/** Layer 1: what OpenRouter says a model is. */
@NullMarked
package dev.smartspawn.enrich.catalogue;

import org.jspecify.annotations.NullMarked;
