package dev.smartspawn.local.command.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.local.command.console.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDaySourcesTest {

  private static final String MODELS = "/api/v1/models";
  private static final String BOARD =
      "/datasets/lmarena-ai/leaderboard-dataset/resolve/main/text/latest-00000-of-00001.parquet";

  @TempDir Path temporary;

  @BeforeEach
  void record() throws IOException {
    write("recordings/openrouter/models.json", "before");
    write("recordings/lmarena/latest.json", "{\"tag_name\":\"v1\"}");
    write("recordings/lmarena/lmarena_text.csv", "csv");
    write("recordings/lmarena/dataset/text.parquet", "later");
    write("recordings/hf-leaderboard/rows.json", "{\"num_rows_total\":3,\"rows\":[1,2,3]}");
    Files.createDirectories(temporary.resolve("days/2026-06-18"));
    write("days/2026-06-19/openrouter/models.json", "second");
    write("days/2026-06-20/lmarena/dataset/text.parquet", "board");
    write("days/README.md", "not a day");
  }

  @Test
  void aDayThatLacksAnAnswerHasTheOneBefore() throws Exception {
    DayFolder days = DayFolder.read(temporary.resolve("days"), temporary.resolve("recordings"));
    try (LocalDaySources sources = LocalDaySources.start(days)) {
      assertThat(days.days()).hasSize(3);
      assertThat(get(sources, MODELS).body()).isEqualTo("before");
      assertThat(get(sources, BOARD).statusCode()).isEqualTo(404);
      assertThat(
              get(sources, "/fboulnois/llm-leaderboard-csv/releases/download/v1/lmarena_text.csv")
                  .body())
          .isEqualTo("csv");

      sources.show(LocalDate.of(2026, 6, 20));

      assertThat(get(sources, MODELS).body()).isEqualTo("second");
      assertThat(get(sources, BOARD).body()).isEqualTo("board");
    }
  }

  @Test
  void servesRowsPageByPage() throws Exception {
    DayFolder days = DayFolder.read(temporary.resolve("days"), temporary.resolve("recordings"));
    try (LocalDaySources sources = LocalDaySources.start(days)) {
      assertThat(get(sources, "/rows?offset=1&length=1").body())
          .isEqualTo("{\"rows\":[2],\"num_rows_total\":3}");
      assertThat(get(sources, "/rows?offset=3&length=100").body())
          .isEqualTo("{\"rows\":[],\"num_rows_total\":3}");
    }
  }

  @Test
  void aFolderWithoutDaysIsRefused() {
    assertThatThrownBy(() -> DayFolder.read(temporary, temporary))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("has no folder with a day's name");
  }

  private void write(String name, String text) throws IOException {
    Path file = temporary.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static HttpResponse<String> get(LocalDaySources sources, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(sources.url() + path)).build(),
            BodyHandlers.ofString());
  }
}
