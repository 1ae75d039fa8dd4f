package dev.smartspawn.enrich.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.smartspawn.enrich.benchmark.IndexVersion;
import dev.smartspawn.enrich.catalogue.ModelCatalogue;
import dev.smartspawn.enrich.evidence.EvidenceTable;
import dev.smartspawn.enrich.evidence.ResolutionCache;
import dev.smartspawn.enrich.input.EnrichmentInput;
import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.intake.InputTopic;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.enrich.rank.Population;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.Alias;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How far names and ranking can be trusted, judged by what stands in the topics: names by the
 * audited ones, the ranking by hiding one source at a time and comparing with what the others make
 * of the models. Whoever reads the topics hands their records over; nothing is read or written
 * here.
 */
public final class TopicsEvaluation {

  /** Only what is served depends on the day; how a model ranks does not. */
  private static final LocalDate ANY_DAY = LocalDate.EPOCH;

  private final EvaluatedTopics<Raw<OpenRouterModel>> openRouter =
      new EvaluatedTopics<>(InputTopic.OPENROUTER);
  private final EvaluatedTopics<Raw<ArtificialAnalysisModel>> artificialAnalysis =
      new EvaluatedTopics<>(InputTopic.ARTIFICIAL_ANALYSIS);
  private final EvaluatedTopics<Raw<HfEvaluation>> hfLeaderboard =
      new EvaluatedTopics<>(InputTopic.HF_LEADERBOARD);
  private final EvaluatedTopics<Raw<ArenaRating>> arena = new EvaluatedTopics<>(InputTopic.LMARENA);
  private final EvaluatedTopics<Raw<LiveBenchResult>> liveBench =
      new EvaluatedTopics<>(InputTopic.LIVEBENCH);
  private final EvaluatedTopics<Alias> aliases = new EvaluatedTopics<>(InputTopic.ALIASES);
  private final Map<String, EvaluatedTopics<?>> byTopic =
      Stream.of(openRouter, artificialAnalysis, hfLeaderboard, arena, liveBench, aliases)
          .collect(Collectors.toUnmodifiableMap(EvaluatedTopics::topic, Function.identity()));

  /** What has to be read, each from its beginning to its end. */
  public List<String> topics() {
    return byTopic.keySet().stream().sorted().toList();
  }

  /** Takes the next record of one of {@link #topics}. */
  public void take(ConsumerRecord<byte[], byte[]> record) {
    Objects.requireNonNull(byTopic.get(record.topic()), record::topic).take(record);
  }

  /** What comes of all records taken so far. */
  public Result result() {
    EnrichmentInput input = input();
    List<MeasuredModel> population = population(input);
    return new Result(
        population.size(),
        names(input),
        RankingEvaluation.of(population, SpecificationRanking.ordering()));
  }

  private EnrichmentInput input() {
    return new EnrichmentInput(
        openRouter.held(),
        artificialAnalysis.held(),
        hfLeaderboard.held(),
        arena.held(),
        liveBench.held(),
        aliases.held(),
        Map.of(),
        ANY_DAY);
  }

  private static NameEvaluation names(EnrichmentInput input) {
    List<NamedRecord> listed =
        Stream.of(
                named(input.artificialAnalysis(), NamedRecord::of),
                named(input.hfLeaderboard(), NamedRecord::of),
                named(input.arena(), NamedRecord::of),
                named(input.liveBench(), NamedRecord::of))
            .flatMap(Function.identity())
            .toList();
    return NameEvaluation.of(
        ModelCatalogue.of(input.openRouter()).listings(),
        listed,
        input.aliases().stream().map(TopicValue::value).toList());
  }

  private static <T extends RawRecord> Stream<NamedRecord> named(
      Collection<TopicValue<Raw<T>>> rows, Function<T, NamedRecord> naming) {
    return rows.stream().map(row -> naming.apply(row.value().record()));
  }

  private static List<MeasuredModel> population(EnrichmentInput input) {
    ModelCatalogue catalogue = ModelCatalogue.of(input.openRouter());
    return Population.of(
        catalogue,
        EvidenceTable.gather(catalogue, input, new ResolutionCache()),
        IndexVersion.prevailing(
            input.artificialAnalysis().stream().map(held -> held.value().record()).toList()));
  }

  /**
   * @param models that could be ranked
   */
  public record Result(int models, NameEvaluation names, EvaluationReport ranking) {

    /** For people. */
    public String table() {
      return String.join(System.lineSeparator(), names.table(), ranking.table());
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
