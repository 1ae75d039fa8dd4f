package dev.smartspawn.schema.enriched;

import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One number and its origin.
 *
 * @param metric what was measured, such as {@code artificial-analysis/coding_index}
 * @param value the number on the scale of {@code benchmarks}: indices and Elo as published,
 *     fractions as percent; an override is on the scale of {@code scores}
 * @param raw the number as the source published it
 * @param unit of {@code raw}: {@code index}, {@code fraction}, {@code percent}, {@code elo}, {@code
 *     tokens/s}, {@code s} or, for a number set by hand, {@code score}
 * @param source the source whose topic it was read from
 * @param sourceId the source's own id of the record
 * @param sourceName the source's own name of the model
 * @param effort the reasoning effort that the name contains; absent when it contains none
 * @param pulledAt absent for a line of a reference file, because such files are not pulled
 * @param rule the rule that matched the name, such as {@code exact-name}; {@code embedded} for a
 *     figure of the catalogue's own entry, {@code override} for one set by hand. {@code via} and a
 *     model's id follow when the number belongs to that model and its variants and aliases share
 *     it: {@code exact-name via openai/gpt-5.5}
 * @param confidence of that match, 0 to 1
 * @param topic with {@code partition} and {@code offset}: the raw record
 * @param board the board that published a rating by votes, as the source names it; absent, like
 *     everything that follows, for other numbers
 * @param category the kind of prompt that was voted on, such as {@code creative_writing}
 * @param published the day on which the board was published; absent if the source does not say
 * @param votes the number of votes; absent if the source does not say
 * @param lower lower end of the rating's 95 % interval
 * @param upper its upper end
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
    long offset,
    @Nullable String board,
    @Nullable String category,
    @Nullable LocalDate published,
    @Nullable Long votes,
    @Nullable Double lower,
    @Nullable Double upper) {}
