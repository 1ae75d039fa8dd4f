/**
 * Spawns as the API shows them. Requests are written to their topic and results are read from
 * theirs; workers are never called.
 */
@NullMarked
package dev.smartspawn.query.spawn;

import org.jspecify.annotations.NullMarked;
