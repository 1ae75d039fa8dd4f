/** Tier, categories and tags of a model, by rule. */
@NullMarked
package dev.smartspawn.enrich.classification;

import org.jspecify.annotations.NullMarked;
