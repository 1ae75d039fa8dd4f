/**
 * Which model for which task: budgets, needs, ranking, provider diversity, and the reason in words.
 */
@NullMarked
package dev.smartspawn.query.recommend;

import org.jspecify.annotations.NullMarked;
