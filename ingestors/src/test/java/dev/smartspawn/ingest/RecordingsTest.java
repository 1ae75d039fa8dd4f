package dev.smartspawn.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.ingest.artificialanalysis.ArtificialAnalysisReader;
import dev.smartspawn.ingest.hfleaderboard.HfLeaderboardReader;
import dev.smartspawn.ingest.http.FetchLimits;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.livebench.LiveBenchReader;
import dev.smartspawn.ingest.lmarena.ArenaDatasetReader;
import dev.smartspawn.ingest.lmarena.LmArenaReader;
import dev.smartspawn.ingest.openrouter.OpenRouterReader;
import dev.smartspawn.ingest.source.ApiKey;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.RawRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads every record that the sources really sent. Skipped without the recordings. */
class RecordingsTest {

  private static final Path RECORDINGS = Path.of("../../shared/recordings");
  private static final FetchLimits LIMITS =
      FetchLimits.of(Duration.ofSeconds(30), Duration.ofMinutes(1), 64 << 20);

  private final StubHost host = new StubHost();

  @BeforeEach
  void needRecordings() {
    assumeTrue(
        Files.isDirectory(RECORDINGS),
        () -> "no recordings next to the project, in " + RECORDINGS.toAbsolutePath().normalize());
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void openRouter() throws Exception {
    host.route("/api/v1/models", Reply.bytes(read("openrouter/models.json")));

    var models = records(new OpenRouterReader(host.address()), 342);

    assertThat(models.stream().filter(model -> model.pricing().isRouter())).hasSize(5);
    assertThat(models.stream().filter(model -> model.huggingFaceId() != null)).hasSize(152);
    assertThat(models.stream().filter(model -> model.expirationDate() != null)).hasSize(6);
  }

  @Test
  void artificialAnalysis() throws Exception {
    host.route("/api/v2/data/llms/models", Reply.bytes(read("artificial-analysis/models.json")));

    var models = records(new ArtificialAnalysisReader(host.address(), ApiKey.of("any")), 538);

    assertThat(models).noneMatch(model -> Double.valueOf(0).equals(model.promptPrice()));
    assertThat(models).anyMatch(model -> model.evaluations().containsKey("intelligence_index"));
  }

  @Test
  void hfLeaderboard() throws Exception {
    JsonNode recorded = Json.MAPPER.readTree(read("hf-leaderboard/rows.json"));
    host.route("/rows", request -> page(recorded, request));

    records(new HfLeaderboardReader(host.address()), 4_576);

    assertThat(host.requests()).hasSize(46);
  }

  @Test
  void lmArena() throws Exception {
    String tag = Json.MAPPER.readTree(read("lmarena/latest.json")).get("tag_name").asText();
    String files = "/fboulnois/llm-leaderboard-csv/releases/download/" + tag + "/lmarena_";
    host.route(
        "/repos/fboulnois/llm-leaderboard-csv/releases/latest",
        Reply.bytes(read("lmarena/latest.json")));
    host.route(files + "text.csv", Reply.bytes(read("lmarena/lmarena_text.csv")));
    host.route(files + "vision.csv", Reply.bytes(read("lmarena/lmarena_vision.csv")));

    var ratings = records(new LmArenaReader(host.address(), host.address()), 303 + 94);

    assertThat(ratings).allMatch(rating -> rating.above() != null && rating.votes() != null);
  }

  @Test
  void lmArenaDataset() throws Exception {
    Path dataset = RECORDINGS.resolve("lmarena/dataset");
    assumeTrue(Files.isDirectory(dataset), () -> "no recording of the data set in " + dataset);
    String path =
        "/datasets/lmarena-ai/leaderboard-dataset/resolve/main/%s/latest-00000-of-00001.parquet";
    for (String board : List.of("search_style_control", "document_style_control")) {
      host.route(path.formatted(board), Reply.status(404));
    }
    for (String board :
        List.of(
            "text",
            "text_style_control",
            "vision",
            "vision_style_control",
            "webdev",
            "search",
            "document")) {
      host.route(path.formatted(board), Reply.bytes(read("lmarena/dataset/" + board + ".parquet")));
    }
    var reader = new ArenaDatasetReader(host.address());

    var pulled =
        (Pulled.Parts<ArenaStanding>)
            reader.pull(Fetching.fetcher(reader.title(), LIMITS), Validators.NONE);

    var read =
        pulled.parts().values().stream()
            .filter(Pulled.Part.Read.class::isInstance)
            .map(part -> (Pulled.Part.Read<ArenaStanding>) part)
            .toList();
    assertThat(read)
        .extracting(part -> part.records().size())
        .containsExactly(374, 374, 133, 133, 96, 32, 32);
    // One model is on the web board twice, in each of four categories.
    assertThat(read).extracting(Pulled.Part.Read::rejected).containsExactly(0, 0, 0, 0, 4, 0, 0);
  }

  @Test
  void liveBench() throws Exception {
    host.route(
        "/datasets/livebench/model_judgment/resolve/main/data/leaderboard-00000-of-00001.parquet",
        Reply.bytes(read("livebench/leaderboard-00000-of-00001.parquet")));

    var results = records(new LiveBenchReader(host.address()), 119);

    assertThat(results).allMatch(result -> result.categoryScores().containsKey("coding"));
  }

  private <T extends RawRecord> List<T> records(SourceReader<T> reader, int count)
      throws Exception {
    var pulled =
        (Pulled.Records<T>) reader.pull(Fetching.fetcher(reader.title(), LIMITS), Validators.NONE);
    assertThat(pulled.records()).hasSize(count);
    assertThat(pulled.rejected()).isZero();
    return pulled.records();
  }

  private static Reply page(JsonNode recorded, StubHost.Request request) {
    int offset = request.parameter("offset");
    ArrayNode rows = Json.MAPPER.createArrayNode();
    for (int i = offset; i < offset + request.parameter("length"); i++) {
      if (recorded.get("rows").has(i)) {
        rows.add(recorded.get("rows").get(i));
      }
    }
    ObjectNode page = Json.MAPPER.createObjectNode();
    page.set("num_rows_total", recorded.get("num_rows_total"));
    page.set("rows", rows);
    return Reply.json(page.toString());
  }

  private static byte[] read(String name) throws IOException {
    return Files.readAllBytes(RECORDINGS.resolve(name));
  }
}
