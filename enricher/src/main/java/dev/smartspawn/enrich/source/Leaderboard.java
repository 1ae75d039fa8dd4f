package dev.smartspawn.enrich.source;

import dev.smartspawn.schema.raw.RawRecord;

/**
 * A list on which a source compares models. Most sources have one, LMArena has several.
 *
 * @param id unique within the source
 */
public record Leaderboard<T extends RawRecord>(SourceReading<T> reading, String id) {}
