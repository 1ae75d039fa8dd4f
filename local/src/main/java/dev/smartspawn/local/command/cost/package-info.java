/** The commands that show what spawns cost. */
@NullMarked
package dev.smartspawn.local.command.cost;

import org.jspecify.annotations.NullMarked;
