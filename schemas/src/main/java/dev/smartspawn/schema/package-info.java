/**
 * What crosses a topic: {@link dev.smartspawn.schema.Topics} lists every topic in the order a
 * record travels, the sub-packages hold what the topics carry.
 */
@NullMarked
package dev.smartspawn.schema;

import org.jspecify.annotations.NullMarked;
