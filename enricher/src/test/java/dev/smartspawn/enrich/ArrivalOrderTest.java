package dev.smartspawn.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.change.ModelChange.Kind;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever order topics are read in, however often it stops and starts: the tables are the same,
 * byte for byte. Each topic's own order stands, as it does in Kafka, and so do the positions that
 * evidence gives.
 */
class ArrivalOrderTest {

  private static final String OPUS = "acme/opus";
  private static final String MINI = "acme/mini";
  private static final String GONE = "acme/gone";
  private static final String LATEST = "~acme/latest";

  /** What each topic says, in its order; every source's statuses are a lane of their own. */
  private static final List<List<Consumer<TopologyRun>>> LANES =
      List.of(
          List.of(
              says(Source.OPENROUTER, "or1", Listing.of(OPUS).price("0.000005", "0.00003").model()),
              says(Source.OPENROUTER, "or1", Listing.of(GONE).model()),
              says(
                  Source.OPENROUTER,
                  "or1",
                  Listing.of(MINI).repository(MINI).reads("text", "image").model()),
              trial -> trial.unsay(Source.OPENROUTER, GONE),
              says(
                  Source.OPENROUTER, "or2", Listing.of(OPUS).price("0.000005", "0.000025").model()),
              says(Source.OPENROUTER, "or2", Listing.of(MINI + ":free").price("0", "0").model()),
              says(Source.OPENROUTER, "or2", Listing.of(LATEST).standsFor(OPUS).model()),
              // The same pull again
              says(Source.OPENROUTER, "or2", Listing.of(MINI + ":free").price("0", "0").model()),
              says(Source.OPENROUTER, "or2", Listing.of(LATEST).standsFor(OPUS).model())),
          List.of(
              ends(Source.OPENROUTER, "or1", 3),
              ends(Source.OPENROUTER, "or2", 7),
              ends(Source.OPENROUTER, "or2", 9)),
          List.of(
              says(Source.ARTIFICIAL_ANALYSIS, "aa1", BenchmarkRows.analysis(OPUS, 10, 20)),
              says(
                  Source.ARTIFICIAL_ANALYSIS,
                  "aa1",
                  BenchmarkRows.analysis("Project Quux", 30, 31)),
              says(Source.ARTIFICIAL_ANALYSIS, "aa1", BenchmarkRows.analysis(GONE, 40, 41)),
              says(Source.ARTIFICIAL_ANALYSIS, "aa2", BenchmarkRows.analysis(OPUS, 53, 48))),
          List.of(
              ends(Source.ARTIFICIAL_ANALYSIS, "aa1", 3),
              ends(Source.ARTIFICIAL_ANALYSIS, "aa2", 4)),
          List.of(
              says(
                  Source.HF_LEADERBOARD,
                  "hf1",
                  BenchmarkRows.evaluation(MINI, "float16", false, 50)),
              says(
                  Source.HF_LEADERBOARD,
                  "hf1",
                  BenchmarkRows.evaluation(MINI, "bfloat16", true, 40))),
          List.of(ends(Source.HF_LEADERBOARD, "hf1", 2)),
          List.of(
              says(Source.LMARENA, "lm1", BenchmarkRows.rating(Board.TEXT, OPUS, 1500)),
              says(Source.LMARENA, "lm1", BenchmarkRows.rating(Board.TEXT, "Nobody", 1000)),
              says(Source.LMARENA, "lm1", BenchmarkRows.rating(Board.VISION, MINI, 1200))),
          List.of(ends(Source.LMARENA, "lm1", 3)),
          List.of(
              says(Source.LIVEBENCH, "lb1", BenchmarkRows.liveBench(OPUS, Map.of("coding", 0.75)))),
          List.of(ends(Source.LIVEBENCH, "lb1", 1)),
          List.of(
              trial -> trial.alias("Project Quux", OPUS),
              trial -> trial.alias("Project Quux", MINI),
              trial -> trial.alias("Project Zap", GONE),
              trial -> trial.send(Topics.REFERENCE_ALIASES, "Project Zap", null),
              trial -> trial.alias("Project Quux", MINI)),
          List.of(ends(Source.ALIASES, "al1", 3), ends(Source.ALIASES, "al2", 5)),
          List.of(trial -> trial.override(override())),
          List.of(ends(Source.OVERRIDES, "ov1", 1)));

  private static final Map<Source, String> APPLIED =
      Map.of(
          Source.OPENROUTER, "or2",
          Source.ARTIFICIAL_ANALYSIS, "aa2",
          Source.HF_LEADERBOARD, "hf1",
          Source.LMARENA, "lm1",
          Source.LIVEBENCH, "lb1",
          Source.ALIASES, "al2",
          Source.OVERRIDES, "ov1");

  private static final Map<String, UnresolvedName> UNRESOLVED = new TreeMap<>();

  /** Fills {@link #UNRESOLVED} too. */
  private static final Map<String, String> EXPECTED = inTurn();

  @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void everyArrivalOrderGivesTheSameTable(
      @ForAll("arrivals") List<Consumer<TopologyRun>> arrivals) {
    try (TopologyRun trial = new TopologyRun()) {
      arrivals.forEach(arrival -> arrival.accept(trial));
      trial.settle();

      assertThat(json(trial)).isEqualTo(EXPECTED);
      assertThat(trial.unresolved()).isEqualTo(UNRESOLVED);
      assertThat(trial.lastRun().applied()).isEqualTo(APPLIED);
      assertThat(toldModels(trial)).isEqualTo(EXPECTED.keySet());
    }
  }

  /**
   * The lanes interleaved at random, with pauses and restarts in between; some wait until a run has
   * been made of all others.
   */
  @Provide
  Arbitrary<List<Consumer<TopologyRun>>> arrivals() {
    List<Integer> turns =
        IntStream.range(0, LANES.size())
            .boxed()
            .flatMap(lane -> LANES.get(lane).stream().map(event -> lane))
            .toList();
    return Combinators.combine(
            Arbitraries.shuffle(turns),
            Arbitraries.integers().between(0, LANES.size() - 1).set().ofMaxSize(4),
            interruption(trial -> trial.pass(Duration.ofMillis(100)), 3),
            interruption(trial -> trial.pass(Duration.ofSeconds(3)), 3),
            interruption(TopologyRun::restart, 2))
        .as(ArrivalOrderTest::interleave);
  }

  /** At up to {@code most} places. */
  private static Arbitrary<Map<Integer, Consumer<TopologyRun>>> interruption(
      Consumer<TopologyRun> what, int most) {
    return Arbitraries.integers()
        .between(0, 40)
        .set()
        .ofMaxSize(most)
        .map(
            places -> {
              Map<Integer, Consumer<TopologyRun>> interruptions = new TreeMap<>();
              places.forEach(place -> interruptions.put(place, what));
              return interruptions;
            });
  }

  @SafeVarargs
  private static List<Consumer<TopologyRun>> interleave(
      List<Integer> turns,
      Set<Integer> late,
      Map<Integer, Consumer<TopologyRun>>... interruptions) {
    List<Consumer<TopologyRun>> arrivals = new ArrayList<>();
    int[] next = new int[LANES.size()];
    turns.stream()
        .filter(lane -> !late.contains(lane))
        .forEach(lane -> arrivals.add(LANES.get(lane).get(next[lane]++)));
    arrivals.add(TopologyRun::settle);
    turns.stream()
        .filter(late::contains)
        .forEach(lane -> arrivals.add(LANES.get(lane).get(next[lane]++)));
    for (Map<Integer, Consumer<TopologyRun>> interruption : interruptions) {
      interruption.forEach((place, what) -> arrivals.add(Math.min(place, arrivals.size()), what));
    }
    return arrivals;
  }

  private static Map<String, String> inTurn() {
    try (TopologyRun trial = new TopologyRun()) {
      LANES.forEach(lane -> lane.forEach(event -> event.accept(trial)));
      Map<String, String> table = json(trial.settle());
      assertThat(table).containsOnlyKeys(OPUS, MINI, MINI + ":free", LATEST);
      UNRESOLVED.putAll(trial.unresolved());
      assertThat(UNRESOLVED)
          .containsOnlyKeys("artificial-analysis/aa-" + GONE, "lmarena/text/Nobody");
      return table;
    }
  }

  private static SortedMap<String, String> json(TopologyRun trial) {
    SortedMap<String, String> json = new TreeMap<>();
    trial
        .tableBytes()
        .forEach((id, bytes) -> json.put(id.value(), new String(bytes, StandardCharsets.UTF_8)));
    return json;
  }

  /** The models there are to someone who reads nothing but the change log. */
  private static Set<String> toldModels(TopologyRun trial) {
    Set<String> ids = new TreeSet<>();
    for (ModelChange change : trial.changes()) {
      if (change.kind() == Kind.ADDED) {
        ids.add(change.modelId().value());
      } else if (change.kind() == Kind.REMOVED) {
        ids.remove(change.modelId().value());
      }
    }
    return ids;
  }

  private static Consumer<TopologyRun> says(Source source, String pullId, RawRecord record) {
    return trial -> trial.say(source, pullId, record);
  }

  private static Consumer<TopologyRun> ends(Source source, String pullId, long rawEndOffset) {
    return trial -> trial.outcome(source, pullId, rawEndOffset);
  }

  private static ModelOverride override() {
    return new ModelOverride(CanonicalId.of(MINI), null, Map.of(Category.RESEARCH, 66.0));
  }
}
