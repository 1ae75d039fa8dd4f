package dev.smartspawn.ingest.hfleaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.ingest.Reply;
import dev.smartspawn.ingest.StubHost;
import dev.smartspawn.ingest.source.SourceContract;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.HfEvaluationBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HfLeaderboardReaderTest extends SourceContract<HfEvaluation> {

  private static final int TOTAL = 1_250;
  private static final int PAGES = 13;

  @Override
  protected SourceReader<HfEvaluation> reader(URI address) {
    return new HfLeaderboardReader(address);
  }

  @Override
  protected void serve() {
    host.route("/rows", request -> page(request, TOTAL));
  }

  @Override
  protected void serveNoRecords() {
    host.route("/rows", request -> page(request, 0));
  }

  @Override
  protected List<String> keys() {
    return IntStream.range(0, TOTAL).mapToObj(i -> "maker/model-" + i + "_bf16").toList();
  }

  @Override
  protected int requestsOfAPull() {
    return PAGES;
  }

  @Test
  void normalisedColumnsAreReadNotRawOnes() throws Exception {
    HfEvaluation row = records().get(7);

    assertThat(row)
        .isEqualTo(
            new HfEvaluationBuilder()
                .evalName("maker/model-7_bf16")
                .fullname("maker/model-7")
                .precision("bfloat16")
                .type("chatmodels")
                .paramsBillions(7.24)
                .officialProvider(true)
                .flagged(false)
                .merged(false)
                .baseModel("maker/base")
                .average(8.9)
                .ifEval(33.0)
                .bbh(10.0)
                .mathLvl5(1.4)
                .gpqa(1.2)
                .musr(5.8)
                .mmluPro(1.8)
                .build());
  }

  @Test
  void pagesThatFailAreAskedForAgain() throws Exception {
    Map<Integer, AtomicInteger> asked = new ConcurrentHashMap<>();
    host.route(
        "/rows",
        request -> {
          int offset = request.parameter("offset");
          int time = asked.computeIfAbsent(offset, any -> new AtomicInteger()).incrementAndGet();
          return offset % 300 == 0 && time < 3 ? Reply.status(502) : page(request, TOTAL);
        });

    assertThat(records()).hasSize(TOTAL);
    assertThat(host.requests()).hasSize(PAGES + 2 * 5);
  }

  @Test
  void pageThatNeverComesFailsThePull() {
    host.route(
        "/rows",
        request -> request.parameter("offset") == 300 ? Reply.status(502) : page(request, TOTAL));

    assertThatThrownBy(this::pull)
        .hasMessageContaining("1 of 13 pages are missing")
        .hasMessageContaining("offset=300");
    assertThat(host.requests()).hasSize(PAGES + 3);
  }

  @Test
  void hostThatDiesAfterTheFirstPageGetsFewRequests() {
    int total = 4_576;
    host.route(
        "/rows",
        request -> request.parameter("offset") == 0 ? page(request, total) : Reply.status(500));

    assertThatThrownBy(this::pull).hasMessageContaining("45 of 46 pages are missing");
    assertThat(host.requests()).hasSizeLessThan(60);
  }

  @Test
  void totalThatChangesFailsThePull() {
    host.route(
        "/rows", request -> page(request, request.parameter("offset") == 0 ? TOTAL : TOTAL - 10));

    assertThatThrownBy(this::pull)
        .hasMessageContaining("now announces 1240 rows: expected 1250, as at first");
  }

  @Test
  void rowThatComesTwiceFailsThePull() {
    host.route(
        "/rows",
        request -> {
          String json =
              new String(page(request, TOTAL).body(), java.nio.charset.StandardCharsets.UTF_8);
          return Reply.json(json.replace("\"row_idx\": 251,", "\"row_idx\": 250,"));
        });

    assertThatThrownBy(this::pull).hasMessageContaining("with row 250: expected row 251 next");
  }

  @Test
  void pageWithTooFewRowsFailsThePull() {
    host.route(
        "/rows",
        request -> Reply.json("{\"num_rows_total\": %d, \"rows\": [%s]}".formatted(TOTAL, row(0))));

    assertThatThrownBy(this::pull).hasMessageContaining("with 1 rows: expected 100 rows");
  }

  @Test
  void absurdTotalIsRefused() {
    host.route("/rows", request -> page(request, 2_000_000_000));

    assertThatThrownBy(this::pull).hasMessageContaining("expected at most 20000");
    assertThat(host.requests()).hasSize(1);
  }

  private static Reply page(StubHost.Request request, int total) {
    int offset = request.parameter("offset");
    String rows =
        IntStream.range(
                offset, Math.max(offset, Math.min(total, offset + request.parameter("length"))))
            .mapToObj(HfLeaderboardReaderTest::row)
            .collect(Collectors.joining(","));
    return Reply.json("{\"num_rows_total\": %d, \"rows\": [%s]}".formatted(total, rows));
  }

  private static String row(int index) {
    return """
        {"row_idx": %d, "row": {"eval_name": "maker/model-%d_bf16", "fullname": "maker/model-%d",
         "Precision": "bfloat16", "Type": "chatmodels", "Model sha": "", "#Params (B)": 7.24,
         "Official Providers": true, "Flagged": false, "Merged": false, "Base Model": "maker/base",
         "Average ⬆️": 8.9, "IFEval Raw": 0.33, "IFEval": 33, "BBH": 10, "MATH Lvl 5": 1.4,
         "GPQA": 1.2, "MUSR": 5.8, "MMLU-PRO Raw": 0.11, "MMLU-PRO": 1.8}}
        """
        .formatted(index, index, index);
  }
}
