/**
 * What the records of one model measured: its benchmarks, its speed and the evidence for every
 * number.
 */
@NullMarked
package dev.smartspawn.enrich.benchmark;

import org.jspecify.annotations.NullMarked;
