/** The models that OpenRouter lists. */
@NullMarked
package dev.smartspawn.enrich.catalogue;

import org.jspecify.annotations.NullMarked;
