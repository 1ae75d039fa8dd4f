/** Commands that run spawns, follow them and show them. */
@NullMarked
package dev.smartspawn.local.command.spawn;

import org.jspecify.annotations.NullMarked;
