package dev.smartspawn.enrich.name;

import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.source.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a source's record says about which model it is.
 *
 * @param key the record's key in its raw topic
 * @param name as the source writes it
 * @param slug a second spelling, where the source has one; for an alias of the catalogue the model
 *     it stands for
 * @param maker as the source writes it, where it names one
 * @param released where the source says so
 * @param official whether the source holds the name for the maker's own; null where it says nothing
 */
public record NamedRecord(
    Source source,
    String key,
    String name,
    @Nullable String slug,
    @Nullable String maker,
    @Nullable LocalDate released,
    @Nullable Boolean official) {

  public static NamedRecord of(OpenRouterModel entry) {
    return new NamedRecord(
        Source.OPENROUTER,
        entry.key(),
        entry.id(),
        entry.aliasTarget() == null ? entry.canonicalSlug() : entry.aliasTarget().slug(),
        null,
        null,
        null);
  }

  public static NamedRecord of(ArtificialAnalysisModel row) {
    return new NamedRecord(
        Source.ARTIFICIAL_ANALYSIS,
        row.key(),
        row.name(),
        row.slug(),
        row.creatorSlug(),
        row.releaseDate(),
        null);
  }

  public static NamedRecord of(HfEvaluation row) {
    return new NamedRecord(
        Source.HF_LEADERBOARD, row.key(), row.fullname(), null, null, null, row.officialProvider());
  }

  public static NamedRecord of(ArenaRating row) {
    return new NamedRecord(
        Source.LMARENA, row.key(), row.name(), null, row.organization(), null, null);
  }

  public static NamedRecord of(LiveBenchResult row) {
    return new NamedRecord(Source.LIVEBENCH, row.key(), row.model(), null, null, null, null);
  }
}
