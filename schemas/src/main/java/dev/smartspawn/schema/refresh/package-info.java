/** Commands to refresh, and the outcome of each pull. */
@NullMarked
package dev.smartspawn.schema.refresh;

import org.jspecify.annotations.NullMarked;
