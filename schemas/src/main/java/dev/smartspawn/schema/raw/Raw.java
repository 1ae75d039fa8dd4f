package dev.smartspawn.schema.raw;

import java.time.Instant;

/**
 * A record with the pull that brought it. Published only when the record differs from the last one
 * under its key.
 *
 * @param pullId the pull that first saw this version
 * @param pulledAt when that pull was begun
 * @param record what the source said
 * @param <T> the source's record type
 */
public record Raw<T extends RawRecord>(String pullId, Instant pulledAt, T record) {}
