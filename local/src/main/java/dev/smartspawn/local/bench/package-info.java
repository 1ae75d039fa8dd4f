/** Benchmarks that compare measured figures with promised ones: {@code ./smart-spawn bench}. */
@NullMarked
package dev.smartspawn.local.bench;

import org.jspecify.annotations.NullMarked;
