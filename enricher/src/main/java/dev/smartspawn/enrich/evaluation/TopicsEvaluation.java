package dev.smartspawn.enrich.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.smartspawn.enrich.benchmark.IndexVersion;
import dev.smartspawn.enrich.catalogue.ModelCatalogue;
import dev.smartspawn.enrich.evidence.EvidenceTable;
import dev.smartspawn.enrich.evidence.ResolutionCache;
import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.intake.InputTopic;
import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.enrich.rank.Population;
import dev.smartspawn.enrich.rank.QualityRanking;
import dev.smartspawn.enrich.source.EnrichmentInput;
import dev.smartspawn.enrich.source.SourceReading;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.enrich.source.SourceRecords;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.source.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Measures how far names and ranking can be trusted, by the records of the topics: names by an
 * audited list, the ranking by hiding one laboratory at a time and comparing the order with its
 * figures. The caller reads the topics and passes the records; nothing is read or written here.
 */
public final class TopicsEvaluation {

  /** Which models are served depends on the day; how a model ranks does not. */
  private static final LocalDate ANY_DAY = LocalDate.EPOCH;

  private final EvaluatedTopic<Raw<OpenRouterModel>> openRouter =
      new EvaluatedTopic<>(InputTopic.OPENROUTER);
  private final List<SourceContents<?>> sources = new ArrayList<>();
  private final EvaluatedTopic<Alias> aliases = new EvaluatedTopic<>(InputTopic.ALIASES);
  private final Map<String, EvaluatedTopic<?>> byTopic;
  private final ResolutionCache names = new ResolutionCache();

  public TopicsEvaluation() {
    SourceReadings.ALL.forEach(reading -> sources.add(SourceContents.of(reading)));
    byTopic =
        Stream.concat(
                Stream.of(openRouter, aliases), sources.stream().map(SourceContents::contents))
            .collect(Collectors.toUnmodifiableMap(EvaluatedTopic::topic, Function.identity()));
  }

  /** A source's topic, beside the reading of its type. */
  private record SourceContents<T extends RawRecord>(
      SourceReading<T> reading, EvaluatedTopic<Raw<T>> contents) {

    private static <T extends RawRecord> SourceContents<T> of(SourceReading<T> reading) {
      return new SourceContents<>(reading, new EvaluatedTopic<>(InputTopic.of(reading)));
    }

    private SourceRecords<T> records() {
      return new SourceRecords<>(reading, contents.values());
    }
  }

  /** The topics to read, each from beginning to end. */
  public List<String> topics() {
    return byTopic.keySet().stream().sorted().toList();
  }

  /** Takes the next record of one of {@link #topics}. */
  public void take(ConsumerRecord<byte[], byte[]> record) {
    Objects.requireNonNull(byTopic.get(record.topic()), record::topic).take(record);
  }

  /** The evaluation of all records taken so far. */
  public Result result() {
    EnrichmentInput input = input();
    List<MeasuredModel> population = population(input);
    return new Result(
        population.size(),
        names(input),
        RankingEvaluation.of(population, SpecificationRanking.ordering()),
        IntervalEvaluation.of(population));
  }

  /**
   * What the ranking makes of the records taken so far, as if a laboratory had measured nothing.
   *
   * @return estimates by model, 0 to 100
   */
  public Map<CanonicalId, Double> estimatesWithout(Source laboratory, Category category) {
    Set<Metric> hidden = Metric.of(laboratory);
    List<MeasuredModel> population =
        population(input()).stream().map(model -> model.without(hidden)).toList();
    QualityRanking ranking = QualityRanking.of(population);
    Map<CanonicalId, Double> estimates = new TreeMap<>();
    for (MeasuredModel model : population) {
      ranking
          .estimate(model.id(), category)
          .ifPresent(estimate -> estimates.put(model.id(), estimate.estimate()));
    }
    return estimates;
  }

  private EnrichmentInput input() {
    return new EnrichmentInput(
        openRouter.values(),
        sources.stream().<SourceRecords<?>>map(SourceContents::records).toList(),
        aliases.values(),
        Map.of(),
        ANY_DAY);
  }

  private static NameEvaluation names(EnrichmentInput input) {
    List<NamedRecord> listed = input.sources().stream().flatMap(TopicsEvaluation::named).toList();
    return NameEvaluation.of(
        ModelCatalogue.of(input.openRouter()).listings(),
        listed,
        input.aliases().stream().map(TopicValue::value).toList());
  }

  private static <T extends RawRecord> Stream<NamedRecord> named(SourceRecords<T> source) {
    return source.records().stream().map(row -> source.reading().named(row.value().record()));
  }

  private List<MeasuredModel> population(EnrichmentInput input) {
    ModelCatalogue catalogue = ModelCatalogue.of(input.openRouter());
    return Population.of(
        catalogue,
        EvidenceTable.gather(catalogue, input, names),
        IndexVersion.prevailing(input.recordsOf(SourceReadings.ARTIFICIAL_ANALYSIS)));
  }

  /**
   * @param models that could be ranked
   */
  public record Result(
      int models, NameEvaluation names, EvaluationReport ranking, IntervalReport intervals) {

    /** For people. */
    public String table() {
      return String.join(
          System.lineSeparator(),
          names.table(),
          ranking.table(),
          IntervalTable.coverage(intervals),
          IntervalTable.calibration(intervals),
          IntervalTable.regrets(intervals));
    }

    /** For the documentation, as Markdown. */
    public String page() {
      return EvaluationPage.of(this);
    }

    /** For machines. */
    public String json() {
      try {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a result of plain records did not become JSON", e);
      }
    }
  }
}
