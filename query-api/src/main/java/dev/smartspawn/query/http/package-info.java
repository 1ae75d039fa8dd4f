/** HTTP: every route, what parameters may be, what guards the door, entity tags, errors. */
@NullMarked
package dev.smartspawn.query.http;

import org.jspecify.annotations.NullMarked;
