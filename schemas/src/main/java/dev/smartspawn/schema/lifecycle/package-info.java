/** A running service: what it reports about itself and how it stops. */
@NullMarked
package dev.smartspawn.schema.lifecycle;

import org.jspecify.annotations.NullMarked;
