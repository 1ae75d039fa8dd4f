package dev.smartspawn.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.enrich.evidence.ResolutionCache;
import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.source.EnrichmentInput;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.enrich.source.SourceRecords;
import dev.smartspawn.enrich.table.EnrichedTable;
import dev.smartspawn.ingest.artificialanalysis.ArtificialAnalysisReader;
import dev.smartspawn.ingest.hfleaderboard.HfLeaderboardReader;
import dev.smartspawn.ingest.http.FetchLimits;
import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.lmarena.LmArenaReader;
import dev.smartspawn.ingest.openrouter.OpenRouterReader;
import dev.smartspawn.ingest.source.ApiKey;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import io.undertow.Undertow;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Four sources on loopback, which list 24 ordinary models and one that a test makes odd. They are
 * read by the real readers, and the table is computed from what these read.
 */
final class OddSources implements AutoCloseable {

  static final CanonicalId ODD = CanonicalId.of("odd/odd-9");

  private static final int ORDINARY = 24;
  private static final Instant PULLED = Instant.parse("2026-07-01T12:00:00Z");
  private static final FetchLimits LIMITS =
      FetchLimits.of(Duration.ofSeconds(20), Duration.ofMinutes(1), 64 << 20);
  private static final String MODELS = "/api/v1/models";
  private static final String ANALYSES = "/api/v2/data/llms/models";
  private static final String ROWS = "/rows";
  private static final String RELEASE = "/repos/fboulnois/llm-leaderboard-csv/releases/latest";
  private static final String BOARD =
      "/fboulnois/llm-leaderboard-csv/releases/download/2026.06.30/lmarena_%s.csv";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, byte[]> bodies = new ConcurrentHashMap<>();
  private final ResolutionCache names = new ResolutionCache();
  private final Undertow server;

  OddSources() {
    server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(
                exchange ->
                    exchange
                        .getResponseSender()
                        .send(ByteBuffer.wrap(bodies.get(exchange.getRequestPath()))))
            .build();
    server.start();
    reset();
  }

  @Override
  public void close() {
    server.stop();
  }

  /** Every source with the ordinary entries and a normal one for the odd model. */
  void reset() {
    listings(normalListing());
    analyses(normalAnalysis());
    rows(normalRow());
    board(normalBoardLine());
    put(RELEASE, "{\"tag_name\": \"2026.06.30\"}");
    put(BOARD.formatted("vision"), boardText(""));
  }

  /** The odd model's entry; further ones may follow. Blank: none. */
  void listings(String odd) {
    put(MODELS, data(IntStream.range(0, ORDINARY).mapToObj(OddSources::listing), odd));
  }

  void analyses(String odd) {
    put(ANALYSES, data(IntStream.range(0, ORDINARY).mapToObj(OddSources::analysis), odd));
  }

  /** The odd model's row of the HF leaderboard. */
  void rows(String odd) {
    List<String> rows =
        Stream.concat(
                IntStream.range(0, ORDINARY).mapToObj(OddSources::row),
                Stream.of(odd).filter(row -> !row.isBlank()))
            .toList();
    put(
        ROWS,
        IntStream.range(0, rows.size())
            .mapToObj(i -> "{\"row_idx\": %d, \"row\": %s}".formatted(i, rows.get(i)))
            .collect(
                Collectors.joining(
                    ",", "{\"rows\": [", "], \"num_rows_total\": %d}".formatted(rows.size()))));
  }

  /** The odd model's line of LMArena's text board. */
  void board(String line) {
    put(BOARD.formatted("text"), boardText(line));
  }

  SortedMap<CanonicalId, EnrichedModel> table() throws Exception {
    InetSocketAddress bound = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    URI address = URI.create("http://127.0.0.1:" + bound.getPort());
    EnrichmentInput input =
        new EnrichmentInput(
            pull(new OpenRouterReader(address)),
            List.of(
                new SourceRecords<>(
                    SourceReadings.ARTIFICIAL_ANALYSIS,
                    pull(new ArtificialAnalysisReader(address, ApiKey.of("k")))),
                new SourceRecords<>(
                    SourceReadings.HF_LEADERBOARD, pull(new HfLeaderboardReader(address))),
                new SourceRecords<>(
                    SourceReadings.LMARENA, pull(new LmArenaReader(address, address)))),
            List.of(),
            Map.of(),
            LocalDate.parse("2026-07-01"));
    return EnrichedTable.of(input, names).models();
  }

  /** As it travels: written to its topic and read from it. */
  private <T extends RawRecord> List<TopicValue<Raw<T>>> pull(SourceReader<T> reader)
      throws PullException, InterruptedException, IOException {
    Fetcher fetcher = new Fetcher(client, LIMITS, "odd", Clock.systemUTC(), new Random(1));
    Pulled.Records<T> pulled = (Pulled.Records<T>) reader.pull(fetcher, Validators.NONE);
    TreeMap<String, TopicValue<Raw<T>>> byKey = new TreeMap<>();
    for (T record : pulled.records()) {
      byte[] written = Json.MAPPER.writeValueAsBytes(record);
      @SuppressWarnings("unchecked") // the class of the record that was written
      T read = (T) Json.MAPPER.readValue(written, record.getClass());
      byKey.put(read.key(), new TopicValue<>(new Raw<>("pull", PULLED, read), 0));
    }
    return List.copyOf(byKey.values());
  }

  static String normalListing() {
    return listing("odd/odd-9", "Odd: Odd 9", 9);
  }

  private static String listing(int i) {
    return listing(
        "acme/plain-%d-chat".formatted(i + 1), "Acme: Plain %d Chat".formatted(i + 1), i);
  }

  private static String listing(String id, String name, int i) {
    return """
        {"id": "%s", "canonical_slug": "%s-20260601", "hugging_face_id": "%s", "name": "%s",
         "created": 1780272000, "description": "A model.", "context_length": 131072,
         "architecture": {"modality": "text->text", "input_modalities": ["text"],
                          "output_modalities": ["text"]},
         "pricing": {"prompt": "0.000001", "completion": "0.000004", "request": "0"},
         "top_provider": {"context_length": 65536, "max_completion_tokens": 32000},
         "supported_parameters": ["tools", "structured_outputs"], "reasoning": null,
         "benchmarks": {"artificial_analysis": {"intelligence_index": %d, "coding_index": %d}},
         "expiration_date": null}
        """
        .formatted(id, id, id, name, 30 + i, 28 + i);
  }

  static String normalAnalysis() {
    return analysis("odd-9", "Odd 9", "odd", 9);
  }

  private static String analysis(int i) {
    return analysis("plain-%d-chat".formatted(i + 1), "Plain %d Chat".formatted(i + 1), "acme", i);
  }

  private static String analysis(String slug, String name, String creator, int i) {
    return """
        {"id": "id-%s", "name": "%s", "slug": "%s", "release_date": "2026-06-01",
         "model_creator": {"id": "c", "name": "%s", "slug": "%s"},
         "evaluations": {"artificial_analysis_intelligence_index": %d,
                         "artificial_analysis_coding_index": %d, "gpqa": 0.%d, "hle": null},
         "pricing": {"price_1m_input_tokens": 1, "price_1m_output_tokens": 4},
         "median_output_tokens_per_second": 90, "median_time_to_first_token_seconds": 0.8}
        """
        .formatted(slug, name, slug, creator, creator, 30 + i, 28 + i, 40 + i);
  }

  static String normalRow() {
    return row("odd/odd-9", 9);
  }

  private static String row(int i) {
    return row("acme/plain-%d-chat".formatted(i + 1), i);
  }

  private static String row(String fullname, int i) {
    return """
        {"eval_name": "%s_bfloat16", "fullname": "%s", "Precision": "bfloat16",
         "#Params (B)": 70, "Official Providers": true, "Average ⬆️": %d, "IFEval": %d,
         "BBH": 40, "MATH Lvl 5": 20, "GPQA": 10, "MUSR": 12, "MMLU-PRO": 30}
        """
        .formatted(fullname.replace('/', '_'), fullname, 20 + i, 40 + i);
  }

  static String normalBoardLine() {
    return "1,1,odd-9,1309,+5/-5,9000,Odd,Proprietary,,";
  }

  private static String boardText(String odd) {
    return "rank,rank_stylectrl,model,arena_score,95_pct_ci,votes,organization,license,"
        + "knowledge_cutoff,url\n"
        + IntStream.range(0, ORDINARY)
            .mapToObj(
                i ->
                    "1,1,plain-%d-chat,%d,+5/-5,9000,Acme,Proprietary,,\n"
                        .formatted(i + 1, 1300 + i))
            .collect(Collectors.joining())
        + odd
        + "\n";
  }

  /**
   * An entry with a field replaced.
   *
   * @param path of fields, separated by slashes
   * @param value as it stands in the answer, which need not be JSON; null takes the field away
   */
  static String with(String entry, String path, String value) {
    try {
      ObjectNode root = (ObjectNode) Json.MAPPER.readTree(entry);
      ObjectNode at = root;
      String[] fields = path.split("/");
      for (int i = 0; i < fields.length - 1; i++) {
        at = (ObjectNode) at.get(fields[i]);
      }
      String last = fields[fields.length - 1];
      if (value == null) {
        at.remove(last);
        return root.toString();
      }
      at.put(last, "@@odd@@");
      JsonNode changed = root;
      return changed.toString().replace("\"@@odd@@\"", value);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String data(Stream<String> entries, String odd) {
    return Stream.concat(entries, Stream.of(odd).filter(entry -> !entry.isBlank()))
        .collect(Collectors.joining(",", "{\"data\": [", "]}"));
  }

  private void put(String path, String body) {
    bodies.put(path, body.getBytes(StandardCharsets.UTF_8));
  }
}
