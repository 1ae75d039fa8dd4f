package dev.smartspawn.local.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.source.Source;
import java.util.Map;

/**
 * A refresh while one source misbehaves.
 *
 * @param before every source's status before it
 * @param after and after it
 * @param tableBefore what the misbehaving source's topic held live before it
 * @param tableAfter and after it
 * @param hits how often each source was asked
 * @param usualHits how often each source is asked when all is well
 */
record Observation(
    Map<Source, SourceStatus> before,
    Map<Source, SourceStatus> after,
    Map<String, JsonNode> tableBefore,
    Map<String, JsonNode> tableAfter,
    Map<Source, Integer> hits,
    Map<Source, Integer> usualHits) {}
