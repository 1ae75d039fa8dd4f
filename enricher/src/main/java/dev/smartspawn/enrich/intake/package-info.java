/**
 * Keeps the latest record of every key of every input topic, and how much of each pull has been
 * read.
 */
@NullMarked
package dev.smartspawn.enrich.intake;

import org.jspecify.annotations.NullMarked;
