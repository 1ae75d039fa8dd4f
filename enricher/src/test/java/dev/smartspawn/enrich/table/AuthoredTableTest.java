package dev.smartspawn.enrich.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.BenchmarkRows;
import dev.smartspawn.enrich.InputBuilder;
import dev.smartspawn.enrich.evaluation.AuditedNames;
import dev.smartspawn.enrich.evidence.ResolutionCache;
import dev.smartspawn.enrich.name.Catalogues;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.source.Source;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The whole pipeline over authored records: the catalogue of {@code names/catalogue.csv}, and a
 * record with invented figures for every audited name. It needs no recordings.
 */
class AuthoredTableTest extends TableContract {

  private static final InputBuilder GIVEN = authored();
  private static final EnrichedTable ENRICHED =
      EnrichedTable.of(GIVEN.on(InputBuilder.TODAY), new ResolutionCache());

  @Override
  InputBuilder given() {
    return GIVEN;
  }

  @Override
  SortedMap<CanonicalId, EnrichedModel> table() {
    return ENRICHED.models();
  }

  @Test
  void everyListedModelIsThere() {
    assertThat(table()).hasSameSizeAs(Catalogues.own());
  }

  @Test
  void everySourceIsJoined() {
    assertThat(table().values().stream().flatMap(model -> model.sourcesCovered().stream()))
        .contains(
            Source.OPENROUTER,
            Source.ARTIFICIAL_ANALYSIS,
            Source.HF_LEADERBOARD,
            Source.LMARENA,
            Source.LIVEBENCH);
  }

  @Test
  void namesOfModelsThatAreNotOnSaleStayUnresolved() {
    assertThat(ENRICHED.unresolved()).isNotEmpty();
    assertThat(ENRICHED.unresolved().values())
        .allSatisfy(name -> assertThat(name.nearest()).hasSizeLessThanOrEqualTo(3));
  }

  @Test
  void measuredModelsHaveNarrowerIntervals() {
    assertThat(width(measured(true))).isLessThan(width(measured(false)));
  }

  @Test
  void sameRecordsGiveTheSameTable() {
    assertThat(EnrichedTable.of(authored().on(InputBuilder.TODAY), new ResolutionCache()))
        .isEqualTo(ENRICHED);
  }

  private SortedMap<CanonicalId, EnrichedModel> measured(boolean measured) {
    SortedMap<CanonicalId, EnrichedModel> some = new TreeMap<>(table());
    some.values()
        .removeIf(
            model ->
                model.estimates().values().stream().anyMatch(one -> one.sources() > 0) != measured);
    return some;
  }

  private static double width(SortedMap<CanonicalId, EnrichedModel> models) {
    return models.values().stream()
        .flatMap(model -> model.estimates().values().stream())
        .mapToDouble((QualityEstimate one) -> one.high() - one.low())
        .average()
        .orElseThrow();
  }

  static InputBuilder authored() {
    InputBuilder input = new InputBuilder();
    Catalogues.own().forEach(input::listing);
    Random figures = new Random(7);
    AuditedNames.records().forEach(record -> add(input, record, figures.nextDouble()));
    return input;
  }

  /**
   * @param quality 0 to 1; every source measures it on its own scale
   */
  private static void add(InputBuilder input, NamedRecord record, double quality) {
    String name = record.name();
    if (record.source().equals(Source.ARTIFICIAL_ANALYSIS)) {
      input.analysis(BenchmarkRows.analysis(name, 60 * quality, 55 * quality));
    } else if (record.source().equals(Source.HF_LEADERBOARD)) {
      input.hf(BenchmarkRows.evaluation(name, "bfloat16", true, 80 * quality));
    } else if (record.source().equals(Source.LIVEBENCH)) {
      input.liveBench(BenchmarkRows.liveBench(name, Map.of("coding", quality, "math", quality)));
    } else if (record.source().equals(Source.LMARENA)) {
      Board board = record.key().hashCode() % 2 == 0 ? Board.TEXT : Board.VISION;
      input.rating(BenchmarkRows.rating(board, name, 1000 + 500 * quality));
    }
  }
}
