/** Layer 3: tier, categories and tags, by rule. */
@NullMarked
package dev.smartspawn.enrich.classification;

import org.jspecify.annotations.NullMarked;
