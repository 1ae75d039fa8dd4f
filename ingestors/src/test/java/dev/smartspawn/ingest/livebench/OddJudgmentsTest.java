package dev.smartspawn.ingest.livebench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.ingest.Fetching;
import dev.smartspawn.ingest.Reply;
import dev.smartspawn.ingest.StubHost;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.schema.raw.LiveBenchResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One model of LiveBench with odd judgments beside twelve ordinary ones: it loses what its odd rows
 * would have decided, and no other model's result changes.
 */
class OddJudgmentsTest {

  private static final String PATH =
      "/datasets/livebench/model_judgment/resolve/main/data/leaderboard-00000-of-00001.parquet";
  private static final String ODD = "odd-9";
  private static final int ORDINARY = 12;
  private static final Map<String, List<String>> TASKS =
      new TreeMap<>(
          Map.of(
              "coding", List.of("generate", "complete", "repair"),
              "math", List.of("olympiad", "contest")));
  private static final int QUESTIONS = 4;
  private static final String HUGE = "very long ".repeat(1_000);

  private final StubHost host = new StubHost();

  @AfterEach
  void close() {
    host.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "score|NaN|math",
        "score|Infinity|math",
        "score|-Infinity|math",
        "score|-1|math",
        "score|-0.01|math",
        "score|1.01|math",
        "score|50|math",
        "score|1e308|math",
        "score|absent|math",
        "score|0|coding math",
        "score|1|coding math",
        "model|absent|coding math",
        "model|blank|coding math",
        "model|huge|coding math",
        "task|absent|math",
        "task|blank|math",
        "task|huge|math",
        "task|invented|coding math",
        "question_id|absent|math",
        "question_id|blank|math",
        "question_id|huge|math",
        "question_id|invented|coding math",
        "category|absent|",
        "category|blank|",
        "category|huge|",
        "category|invented|coding invented math",
        "turn|absent|coding math",
        "turn|-1|coding math",
        "turn|9000000000000000000|coding math",
        "tstamp|absent|coding math",
        "tstamp|NaN|coding math",
        "tstamp|-Infinity|coding math",
        "tstamp|-1|coding math",
        "tstamp|1e18|coding math",
        "tstamp|1780272000000|coding math",
      })
  void oddValueInOneRow(String column, String odd, @Nullable String figures) throws Exception {
    List<Map<String, Object>> rows = rowsOf(ODD, 0.4);
    change(rows.get(0), column, odd);

    Map<String, LiveBenchResult> results = pull(rows);

    assertThat(others(results)).isEqualTo(others(pull(List.of())));
    List<String> expected = figures == null ? List.of() : List.of(figures.split(" "));
    assertThat(figures(results.get(ODD))).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @CsvSource({"score,40", "score,NaN", "score,absent", "score,-0.4", "task,absent", "task,huge"})
  void modelWithNothingButOddRowsKeepsOutNobodyElse(String column, String odd) throws Exception {
    List<Map<String, Object>> rows = rowsOf(ODD, 0.4);
    rows.forEach(row -> change(row, column, odd));

    Map<String, LiveBenchResult> results = pull(rows);

    assertThat(results).doesNotContainKey(ODD);
    assertThat(others(results)).isEqualTo(others(pull(List.of())));
  }

  @Test
  void thousandInventedRowsOfOneModelChangeNoOther() throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      rows.add(row(ODD, i % 2 == 0 ? "coding" : "math", "task-" + i % 50, "q-" + i, 1));
    }

    Map<String, LiveBenchResult> results = pull(rows);

    assertThat(others(results)).isEqualTo(others(pull(List.of())));
    assertThat(figures(results.get(ODD))).isEmpty();
  }

  @Test
  void judgmentsThatAreThereTwiceCountOnce() throws Exception {
    List<Map<String, Object>> rows = rowsOf(ODD, 0.4);
    List<Map<String, Object>> twice = new ArrayList<>(rows);
    twice.addAll(rowsOf(ODD, 0.4));

    assertThat(pull(twice)).isEqualTo(pull(rows));
  }

  @Test
  void judgmentWithoutATimeIsTheEarlierOne() throws Exception {
    List<Map<String, Object>> rows = rowsOf(ODD, 0.4);
    List<Map<String, Object>> more = new ArrayList<>(rows);
    for (Map<String, Object> again : rowsOf(ODD, 1)) {
      again.remove("tstamp");
      more.add(again);
    }

    assertThat(pull(more)).isEqualTo(pull(rows));
  }

  @Test
  void manyModelsWithOddRowsAreAnotherFormat() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String model : List.of("odd-1", "odd-2", "odd-3")) {
      rows.addAll(rowsOf(model, 0.4));
    }
    rows.forEach(row -> change(row, "score", "40"));

    assertThatThrownBy(() -> pull(rows)).hasMessageContaining("60 unusable rows of 300");
  }

  @Test
  void fileWithNothingUsableFailsThePull() {
    List<Map<String, Object>> rows = rowsOf(ODD, 0.4);
    rows.forEach(row -> change(row, "score", "40"));
    host.route(PATH, Reply.bytes(ParquetOfJudgments.ofRows(rows)));

    assertThatThrownBy(this::pull).hasMessageContaining("20 unusable rows of 20");
  }

  private Map<String, LiveBenchResult> pull(List<Map<String, Object>> odd)
      throws PullException, InterruptedException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < ORDINARY; i++) {
      rows.addAll(rowsOf("plain-" + i, 0.3 + i / 40.0));
    }
    rows.addAll(odd);
    host.route(PATH, Reply.bytes(ParquetOfJudgments.ofRows(rows)));
    return pull();
  }

  private Map<String, LiveBenchResult> pull() throws PullException, InterruptedException {
    LiveBenchReader reader = new LiveBenchReader(host.address());
    Pulled<LiveBenchResult> pulled =
        reader.pull(Fetching.fetcher(reader.title(), Fetching.LIMITS), Validators.NONE);
    Map<String, LiveBenchResult> byModel = new TreeMap<>();
    ((Pulled.Records<LiveBenchResult>) pulled)
        .records()
        .forEach(result -> byModel.put(result.model(), result));
    return byModel;
  }

  private static Map<String, LiveBenchResult> others(Map<String, LiveBenchResult> results) {
    Map<String, LiveBenchResult> others = new TreeMap<>(results);
    others.keySet().removeIf(model -> !model.startsWith("plain-"));
    assertThat(others).hasSize(ORDINARY);
    return others;
  }

  private static List<String> figures(@Nullable LiveBenchResult result) {
    return result == null
        ? List.of()
        : List.copyOf(new TreeMap<>(result.categoryScores()).keySet());
  }

  private static List<Map<String, Object>> rowsOf(String model, double score) {
    List<Map<String, Object>> rows = new ArrayList<>();
    TASKS.forEach(
        (category, tasks) -> {
          for (String task : tasks) {
            for (int question = 0; question < QUESTIONS; question++) {
              rows.add(row(model, category, task, task + question, score));
            }
          }
        });
    return rows;
  }

  private static Map<String, Object> row(
      String model, String category, String task, String question, double score) {
    return new HashMap<>(
        ParquetOfJudgments.row(
            new Judgment(model, category, task, question, 1, score, 1_780_272_000)));
  }

  private static void change(Map<String, Object> row, String column, String odd) {
    UnaryOperator<String> text =
        word ->
            switch (word) {
              case "blank" -> "  ";
              case "huge" -> HUGE;
              default -> word;
            };
    switch (column) {
      case "score", "tstamp" -> put(row, column, odd, Double.class);
      case "turn" -> put(row, column, odd, Long.class);
      default -> put(row, column, text.apply(odd), String.class);
    }
  }

  private static void put(Map<String, Object> row, String column, String odd, Class<?> type) {
    if (odd.equals("absent")) {
      row.remove(column);
    } else if (type == Double.class) {
      row.put(column, Double.valueOf(odd));
    } else {
      row.put(column, type == Long.class ? Long.valueOf(odd) : odd);
    }
  }
}
