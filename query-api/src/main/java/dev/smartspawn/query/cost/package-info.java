/** What spawns cost: the totals that a worker adds up, grouped for a question. */
@NullMarked
package dev.smartspawn.query.cost;

import org.jspecify.annotations.NullMarked;
