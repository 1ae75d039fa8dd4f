/** Asking the ingestors for a refresh. */
@NullMarked
package dev.smartspawn.query.refresh;

import org.jspecify.annotations.NullMarked;
