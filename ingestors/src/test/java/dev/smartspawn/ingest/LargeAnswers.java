package dev.smartspawn.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.smartspawn.ingest.artificialanalysis.ArtificialAnalysisReader;
import dev.smartspawn.ingest.hfleaderboard.HfLeaderboardReader;
import dev.smartspawn.ingest.http.FetchLimits;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.livebench.LiveBenchReader;
import dev.smartspawn.ingest.lmarena.LmArenaReader;
import dev.smartspawn.ingest.openrouter.OpenRouterReader;
import dev.smartspawn.ingest.source.ApiKey;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.SourceReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads answers of up to 64 MB in this JVM and prints what came of each. {@link LargeAnswersTest}
 * runs it with a small heap.
 */
final class LargeAnswers {

  private static final int MEGABYTE = 1 << 20;
  private static final FetchLimits LIMITS =
      FetchLimits.of(Duration.ofSeconds(50), Duration.ofSeconds(55), 64L * MEGABYTE);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final URI address;

  private LargeAnswers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Writes a body, piece by piece. */
  private interface Body {
    void write(Pieces pieces) throws IOException;
  }

  private record Pieces(OutputStream out) {
    void add(String piece) throws IOException {
      out.write(piece.getBytes(StandardCharsets.UTF_8));
    }

    void repeat(String piece, long count) throws IOException {
      byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
      for (long i = 0; i < count; i++) {
        out.write(bytes);
      }
    }
  }

  public static void main(String[] cases) throws Exception {
    LargeAnswers answers = new LargeAnswers();
    answers.serve();
    for (String name : cases) {
      answers.run(name);
    }
    answers.server.stop(0);
    answers.threads.shutdownNow();
  }

  private void serve() {
    String entry =
        "{\"id\":\"m/%d\",\"name\":\"M %d\",\"pricing\":{\"prompt\":\"0.000001\",\"completion\":\"0.000001\"}%s},";
    String last = entry.formatted(-1, -1, "").replaceAll(",$", "");
    String models = "/api/v1/models";
    route("/entries" + models, body -> many(body, entry, 500_000, last));
    route(
        "/array" + models,
        body -> {
          body.add("{\"data\":[");
          for (int i = 0; i < 9; i++) {
            body.add(entry.formatted(i, i, ""));
          }
          body.add("{\"id\":\"m/big\",\"supported_parameters\":[");
          body.repeat("1,", 20_000_000);
          body.add("1]}," + last + "]}");
        });
    route(
        "/scalars" + models,
        body -> {
          body.add("{\"data\":[");
          body.repeat("1,", 20_000_000);
          body.add(last + "]}");
        });
    route(
        "/beside" + models,
        body -> {
          body.add("{\"data\":[" + last + "],\"more\":[");
          body.repeat("{\"a\":1},", 5_000_000);
          body.add("1]}");
        });
    route(
        "/text" + models,
        body -> {
          body.add("{\"data\":[{\"id\":\"m/long\",\"description\":\"");
          body.repeat("\\u00e9 and \\\" more ", 3_000_000);
          body.add("\",\"name\":\"");
          body.repeat("x", 10_000_000);
          body.add("\",\"pricing\":{\"prompt\":\"0.000001\",\"completion\":\"0.000001\"}}]}");
        });
    route(
        "/nested" + models,
        body -> {
          body.add("{\"data\":[" + last + "],\"deep\":");
          body.repeat("[", 30_000);
          body.repeat("]", 30_000);
          body.add("}");
        });
    route(
        "/old/api/v2/data/llms/models",
        body -> many(body, "{\"id\":\"%d\",\"name\":\"M %d\",\"slug\":\"%s\"},", 800_000, "1"));
    route(
        "/pages/rows",
        body -> {
          body.add("{\"num_rows_total\":1000,\"rows\":[");
          body.repeat("{\"row_idx\":0,\"row\":{}},", 2_000_000);
          body.add("1]}");
        });
    String release = "/repos/fboulnois/llm-leaderboard-csv/releases/latest";
    String file = "/fboulnois/llm-leaderboard-csv/releases/download/1/lmarena_text.csv";
    route("/csv" + release, body -> body.add("{\"tag_name\":\"1\"}"));
    route(
        "/csv" + file,
        body -> {
          body.add("rank,model,arena_score,votes,organization,license\n");
          for (int i = 0; i < 800_000; i++) {
            body.add(i + ",model number " + i + ",1500,1000,A maker,Proprietary\n");
          }
        });
    route("/csv" + file.replace("text", "vision"), body -> body.add("model,arena_score\nm,1500\n"));
    route("/quote" + release, body -> body.add("{\"tag_name\":\"1\"}"));
    route(
        "/quote" + file,
        body -> {
          body.add("model,arena_score\na,1500\n\"");
          body.repeat("and so on, ", 5_000_000);
        });
    route(
        "/parquet/datasets/livebench/model_judgment/resolve/main/data/leaderboard-00000-of-00001.parquet",
        body -> body.repeat("PAR1", 15_000_000));
  }

  private static void many(Pieces body, String entry, int count, String last) throws IOException {
    body.add("{\"data\":[");
    for (int i = 0; i < count; i++) {
      body.add(entry.formatted(i, i, ""));
    }
    body.add(last + "]}");
  }

  private void route(String path, Body body) {
    server.createContext(path, exchange -> answer(exchange, body));
  }

  private static void answer(HttpExchange exchange, Body body) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
      body.write(new Pieces(out));
    } catch (IOException e) {
      // The reader had enough.
    }
    exchange.close();
  }

  private void run(String name) throws Exception {
    if (name.equals("all")) {
      List<Future<?>> pulls = new ArrayList<>();
      for (String each : List.of("entries", "old", "pages", "csv", "parquet", "array")) {
        pulls.add(threads.submit(() -> print(each)));
      }
      for (Future<?> pull : pulls) {
        pull.get();
      }
    } else {
      print(name);
    }
  }

  private void print(String name) {
    System.out.println(name + ": " + outcome(name));
  }

  private String outcome(String name) {
    URI base = URI.create(address + "/" + name);
    SourceReader<?> reader =
        switch (name) {
          case "old" -> new ArtificialAnalysisReader(base, ApiKey.of("key"));
          case "pages" -> new HfLeaderboardReader(base);
          case "csv", "quote" -> new LmArenaReader(base, base);
          case "parquet" -> new LiveBenchReader(base);
          default -> new OpenRouterReader(base);
        };
    try {
      Pulled<?> pulled = reader.pull(Fetching.fetcher(reader.title(), LIMITS), Validators.NONE);
      Pulled.Records<?> records = (Pulled.Records<?>) pulled;
      return "%d read, %d rejected".formatted(records.records().size(), records.rejected());
    } catch (PullException e) {
      return "refused: " + e.getMessage();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
