/**
 * Reads what providers answer: pure functions from a status, headers and a body to an answer, a
 * failure and the figures to charge. No shape of a body throws.
 */
@NullMarked
package dev.smartspawn.worker.answer;

import org.jspecify.annotations.NullMarked;
