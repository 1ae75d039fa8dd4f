/** The HF Open LLM Leaderboard, page by page. */
@NullMarked
package dev.smartspawn.ingest.hfleaderboard;

import org.jspecify.annotations.NullMarked;
