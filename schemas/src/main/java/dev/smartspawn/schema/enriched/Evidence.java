package dev.smartspawn.schema.enriched;

import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One number, and where it came from.
 *
 * @param metric what was measured, as {@code artificial-analysis/coding_index}
 * @param value as {@code benchmarks} gives it: indices and Elo as published, fractions as percent;
 *     of an override as {@code scores} gives it
 * @param raw as the source published it
 * @param unit of {@code raw}: {@code index}, {@code fraction}, {@code percent}, {@code elo}, {@code
 *     tokens/s}, {@code s} or, for what a hand has set, {@code score}
 * @param source whose topic it was read from
 * @param sourceId the source's own id of the record
 * @param sourceName the source's own name of the model
 * @param effort the reasoning effort the name carries; absent where it says nothing
 * @param pulledAt absent for a line of a reference file, which is read when it changes
 * @param rule by which the name was matched, as {@code exact-name}; {@code embedded} for a figure
 *     of the catalogue's own entry, {@code override} for one set by hand. Followed by {@code via}
 *     and a model's id where the number is that model's, and shared by its variants and aliases:
 *     {@code exact-name via openai/gpt-5.5}
 * @param confidence of that match, 0 to 1
 * @param topic with {@code partition} and {@code offset}: the raw record
 */
public record Evidence(
    String metric,
    double value,
    double raw,
    String unit,
    Source source,
    String sourceId,
    String sourceName,
    @Nullable String effort,
    @Nullable Instant pulledAt,
    String rule,
    double confidence,
    String topic,
    int partition,
    long offset) {}
