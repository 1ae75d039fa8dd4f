package dev.smartspawn.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.bench.RecordedSources;
import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.source.Source;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first start, asked from its beginning: nothing is answered from half a table. */
class FirstStartIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final long EVERY_MILLIS = 10;
  private static final List<String> QUESTIONS =
      List.of(
          "/pick?task=coding&budget=any",
          "/pick?task=general&budget=low",
          "/recommend?task=creative&budget=any&count=3",
          "/models?limit=1000",
          "/compare?ids=anthropic/claude-fable-5,deepseek/deepseek-v4-pro");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private record Answer(String question, int status, String said) {}

  @Test
  void onTheSnapshotOnlyTheWholeTableIsAnsweredFrom(@TempDir Path data) throws Exception {
    onlyTheWholeTableIsAnsweredFrom(data, "http://127.0.0.1:1");
  }

  @Test
  void withASlowSourceOnlyTheWholeTableIsAnsweredFrom(@TempDir Path data) throws Exception {
    RecordedFigures.assumePresent();
    try (RecordedSources sources =
        RecordedSources.start(
            ProjectFiles.shared(),
            LoopbackPort.free(),
            null,
            Map.of(Source.LMARENA, "slow", Source.OPENROUTER, "flaky"))) {
      onlyTheWholeTableIsAnsweredFrom(data, sources.url());
    }
  }

  private static void onlyTheWholeTableIsAnsweredFrom(Path data, String sources) throws Exception {
    LocalConfig config =
        new LocalConfig(
            data,
            ProjectFiles.root().resolve("data"),
            LoopbackPort.free(),
            0,
            RunningSystem.sourcesAt(sources));
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<List<Answer>> asking =
        CompletableFuture.supplyAsync(() -> ask(config.url(), over));
    try (LocalSystem system = new LocalSystem(config, Clock.systemUTC()).start()) {
      awaitAllSources(config.url());
      List<Answer> whole = QUESTIONS.stream().map(each -> ask(config.url(), each)).toList();
      over.set(true);
      List<Answer> answers = asking.get();

      assertThat(answers).extracting(Answer::status).containsOnly(503, 200);
      assertThat(
              new TreeSet<>(
                  answers.stream()
                      .filter(each -> each.status() == 200)
                      .map(Answer::toString)
                      .toList()))
          .isSubsetOf(whole.stream().map(Answer::toString).toList());
      assertThat(system.isRunning()).isTrue();
    } finally {
      over.set(true);
    }
  }

  private static void awaitAllSources(String url) throws Exception {
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (true) {
      JsonNode status = json(send(url, "/status")).path("data");
      if (!status.path("status").asText().equals("starting") && status.path("awaiting").isEmpty()) {
        return;
      }
      assertThat(Instant.now()).isBefore(giveUp);
      Thread.sleep(EVERY_MILLIS);
    }
  }

  private static List<Answer> ask(String url, AtomicBoolean over) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; !over.get(); i++) {
      Answer answer = ask(url, QUESTIONS.get(i % QUESTIONS.size()));
      if (answer.status() > 0) {
        answers.add(answer);
      }
    }
    return answers;
  }

  /** Status 0 while nothing listens. */
  private static Answer ask(String url, String question) {
    try {
      Thread.sleep(EVERY_MILLIS);
      HttpResponse<String> response = send(url, question);
      return new Answer(question, response.statusCode(), said(response));
    } catch (IOException e) {
      return new Answer(question, 0, "");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was picked, or how many models there are. */
  private static String said(HttpResponse<String> response) throws IOException {
    if (response.statusCode() != 200) {
      return "";
    }
    JsonNode body = json(response);
    return body.path("data").isArray()
        ? body.path("data").size()
            + " "
            + body.at("/data/0/model/id").asText()
            + body.at("/data/0/id").asText()
        : body.at("/data/reason").asText();
  }

  private static HttpResponse<String> send(String url, String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(url + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return Json.MAPPER.readTree(response.body());
  }
}
