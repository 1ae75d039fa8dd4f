package dev.smartspawn.enrich.name;

import dev.smartspawn.schema.source.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a source's record says about which model it measures.
 *
 * @param convention how the source writes names
 * @param key the record's key in its raw topic
 * @param name as the source writes it
 * @param slug a second spelling, where the source has one; for an alias of the catalogue the model
 *     it stands for
 * @param maker as the source writes it, where it names one
 * @param released when the model came out, if the source says
 * @param official whether the source marks the upload as the maker's own; null where it does not
 *     say
 */
public record NamedRecord(
    Source source,
    NameConvention convention,
    String key,
    String name,
    @Nullable String slug,
    @Nullable String maker,
    @Nullable LocalDate released,
    @Nullable Boolean official) {}
