/** Servers of our own that stand in for chat APIs and for query-api. */
@NullMarked
package dev.smartspawn.worker.stub;

import org.jspecify.annotations.NullMarked;
