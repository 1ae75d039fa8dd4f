package dev.smartspawn.schema.raw;

import java.time.Instant;

/**
 * A record with the pull that delivered it. It is published only when the record differs from the
 * last one with its key.
 *
 * @param pullId the pull that first saw this version
 * @param pulledAt when that pull began
 * @param record the source's record
 * @param <T> the source's record type
 */
public record Raw<T extends RawRecord>(String pullId, Instant pulledAt, T record) {}
