/** Asking for work to be done by a model, every step of it, and what came of it. */
@NullMarked
package dev.smartspawn.schema.spawn;

import org.jspecify.annotations.NullMarked;
