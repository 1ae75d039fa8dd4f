/** Files of requests that are too large for a record: their ids and their parts. */
@NullMarked
package dev.smartspawn.schema.attachment;

import org.jspecify.annotations.NullMarked;
