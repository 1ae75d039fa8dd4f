/** Taking agents' reports of the spawns they run themselves. */
@NullMarked
package dev.smartspawn.query.spawnlog;

import org.jspecify.annotations.NullMarked;
