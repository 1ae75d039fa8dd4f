package dev.smartspawn.local.fault;

import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.source.Source;
import java.util.Map;

/**
 * A refresh while one source misbehaves.
 *
 * @param before every source's status before it
 * @param after and after it
 * @param isTableUnchanged whether the misbehaving source's topic holds the same records as before
 * @param tableSize how many records it holds
 * @param hits how often each source was asked
 * @param usualHits how often each source is asked when all is well
 */
record Observation(
    Map<Source, SourceStatus> before,
    Map<Source, SourceStatus> after,
    boolean isTableUnchanged,
    int tableSize,
    Map<Source, Integer> hits,
    Map<Source, Integer> usualHits) {}
