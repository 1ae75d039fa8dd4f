/** Holds what stands in the topics the enricher reads, and how far each pull has come in. */
@NullMarked
package dev.smartspawn.enrich.intake;

import org.jspecify.annotations.NullMarked;
