/**
 * Measures how far names and ranking can be trusted, and how fast the ranking is. For the command
 * line and for tests; no service uses it.
 *
 * <p>Names are judged by an audited list ({@link dev.smartspawn.enrich.evaluation.NameEvaluation}),
 * the ranking by hiding one laboratory at a time ({@link
 * dev.smartspawn.enrich.evaluation.RankingEvaluation}).
 */
@NullMarked
package dev.smartspawn.enrich.evaluation;

import org.jspecify.annotations.NullMarked;
