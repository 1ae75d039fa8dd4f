/** LMArena's ratings, from the release files that republish them. */
@NullMarked
package dev.smartspawn.ingest.lmarena;

import org.jspecify.annotations.NullMarked;
