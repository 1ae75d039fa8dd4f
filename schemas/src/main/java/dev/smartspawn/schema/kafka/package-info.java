/**
 * What is needed to use a topic, whatever it carries: its description, serdes, creation, dead
 * letters. Knows nothing of models.
 */
@NullMarked
package dev.smartspawn.schema.kafka;

import org.jspecify.annotations.NullMarked;
