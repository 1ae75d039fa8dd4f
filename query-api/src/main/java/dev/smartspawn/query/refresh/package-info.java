/** Refreshes: what one would do, the command for the ingestors, and their endpoint. */
@NullMarked
package dev.smartspawn.query.refresh;

import org.jspecify.annotations.NullMarked;
