/** LMArena's ratings, from the release files that republish them and from its own data set. */
@NullMarked
package dev.smartspawn.ingest.lmarena;

import org.jspecify.annotations.NullMarked;
