/**
 * Spawns as the API shows them: requests go to their topic, what becomes of them is read from
 * theirs. Nobody here talks to a worker.
 */
@NullMarked
package dev.smartspawn.query.spawn;

import org.jspecify.annotations.NullMarked;
