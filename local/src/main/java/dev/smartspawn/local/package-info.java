/**
 * The whole system in one JVM, for one machine: {@code kafka} is the embedded broker, {@code
 * command} the command line, {@code bench} the benchmark.
 */
@NullMarked
package dev.smartspawn.local;

import org.jspecify.annotations.NullMarked;
