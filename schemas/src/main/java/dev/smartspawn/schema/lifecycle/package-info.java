/** A running service: what it reports about itself, and how it is stopped. */
@NullMarked
package dev.smartspawn.schema.lifecycle;

import org.jspecify.annotations.NullMarked;
