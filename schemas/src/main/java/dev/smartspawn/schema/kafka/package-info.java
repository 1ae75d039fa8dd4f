/**
 * The parts needed to use any topic: its description, its serdes and its read progress. They know
 * nothing about models.
 */
@NullMarked
package dev.smartspawn.schema.kafka;

import org.jspecify.annotations.NullMarked;
