/** What spawns cost, added up. */
@NullMarked
package dev.smartspawn.schema.cost;

import org.jspecify.annotations.NullMarked;
