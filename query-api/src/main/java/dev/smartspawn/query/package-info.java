/**
 * Answers questions about models over REST, from a view of the enriched models that is never
 * changed, only replaced.
 */
@NullMarked
package dev.smartspawn.query;

import org.jspecify.annotations.NullMarked;
