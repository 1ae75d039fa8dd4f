/** Every topic of the system, in the order a record travels. */
@NullMarked
package dev.smartspawn.schema.topic;

import org.jspecify.annotations.NullMarked;
