/** Reports of agents about spawns they run themselves, and their endpoints. */
@NullMarked
package dev.smartspawn.query.spawnlog;

import org.jspecify.annotations.NullMarked;
