/**
 * The whole table of enriched models as a plain function of its input: no Kafka, no clock, no
 * state.
 */
@NullMarked
package dev.smartspawn.enrich.table;

import org.jspecify.annotations.NullMarked;
