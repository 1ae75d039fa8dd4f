package dev.smartspawn.enrich;

import dev.smartspawn.enrich.benchmark.IndexVersion;
import dev.smartspawn.enrich.catalogue.Catalogue;
import dev.smartspawn.enrich.evidence.EvidenceTable;
import dev.smartspawn.enrich.evidence.NameMemory;
import dev.smartspawn.enrich.intake.EnrichmentInput;
import dev.smartspawn.enrich.intake.Input;
import dev.smartspawn.enrich.intake.TopicRows;
import dev.smartspawn.enrich.rank.Evaluation;
import dev.smartspawn.enrich.rank.EvaluationReport;
import dev.smartspawn.enrich.rank.Measured;
import dev.smartspawn.enrich.rank.Population;
import dev.smartspawn.enrich.rank.SpecOrder;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.reference.Alias;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How far models can be trusted to be ranked well, judged by what stands in the topics: one source
 * at a time is hidden and compared with the ranking by the others. Whoever reads the topics hands
 * their records over; nothing is read or written here.
 */
public final class RankingEvaluation {

  /** Only what is served depends on the day; how a model ranks does not. */
  private static final LocalDate ANY_DAY = LocalDate.EPOCH;

  private final TopicRows<Raw<OpenRouterModel>> openRouter = new TopicRows<>(Input.OPENROUTER);
  private final TopicRows<Raw<ArtificialAnalysisModel>> artificialAnalysis =
      new TopicRows<>(Input.ARTIFICIAL_ANALYSIS);
  private final TopicRows<Raw<HfEvaluation>> hfLeaderboard = new TopicRows<>(Input.HF_LEADERBOARD);
  private final TopicRows<Raw<ArenaRating>> arena = new TopicRows<>(Input.LMARENA);
  private final TopicRows<Raw<LiveBenchResult>> liveBench = new TopicRows<>(Input.LIVEBENCH);
  private final TopicRows<Alias> aliases = new TopicRows<>(Input.ALIASES);
  private final Map<String, TopicRows<?>> byTopic =
      Stream.of(openRouter, artificialAnalysis, hfLeaderboard, arena, liveBench, aliases)
          .collect(Collectors.toUnmodifiableMap(TopicRows::topic, Function.identity()));

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
    List<Measured> population = population();
    EvaluationReport report = Evaluation.of(population, SpecOrder.ordering());
    return new Result(population.size(), report.table(), report.json());
  }

  private List<Measured> population() {
    EnrichmentInput input =
        new EnrichmentInput(
            openRouter.held(),
            artificialAnalysis.held(),
            hfLeaderboard.held(),
            arena.held(),
            liveBench.held(),
            aliases.held(),
            Map.of(),
            ANY_DAY);
    Catalogue catalogue = Catalogue.of(input.openRouter());
    return Population.of(
        catalogue,
        EvidenceTable.gather(catalogue, input, new NameMemory()),
        IndexVersion.prevailing(
            input.artificialAnalysis().stream().map(held -> held.value().record()).toList()));
  }

  /**
   * @param models that could be ranked
   * @param table for people
   * @param json for machines
   */
  public record Result(int models, String table, String json) {}
}
