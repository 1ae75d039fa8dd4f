/** A spawn: the request to have a task done by models, its steps and its result. */
@NullMarked
package dev.smartspawn.schema.spawn;

import org.jspecify.annotations.NullMarked;
