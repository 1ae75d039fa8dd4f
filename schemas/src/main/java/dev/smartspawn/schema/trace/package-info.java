/** How one request is followed through the system. */
@NullMarked
package dev.smartspawn.schema.trace;

import org.jspecify.annotations.NullMarked;
