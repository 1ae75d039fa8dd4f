package dev.smartspawn.ingest.lmarena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.ingest.Reply;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.SourceContract;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LmArenaReaderTest extends SourceContract<ArenaRating> {

  private static final String LATEST = "/repos/fboulnois/llm-leaderboard-csv/releases/latest";
  private static final String TEXT =
      "/fboulnois/llm-leaderboard-csv/releases/download/2026.02.10/lmarena_text.csv";
  private static final String VISION = TEXT.replace("text", "vision");
  private static final LocalDate DAY = LocalDate.parse("2026-02-10");
  private static final String HEADER =
      "rank,rank_stylectrl,model,arena_score,95_pct_ci,votes,organization,license,knowledge_cutoff,url\n";

  @Override
  protected SourceReader<ArenaRating> reader(URI address) {
    return new LmArenaReader(address, address);
  }

  @Override
  protected void serve() {
    host.route(LATEST, Reply.json("{\"tag_name\": \"2026.02.10\"}"));
    host.route(
        TEXT + "/stored",
        Reply.csv(
            HEADER
                + "1,1,big-1,1504,+10/-9,3401,Maker,Proprietary,,\n"
                + "2,3,\"big-1, thinking\",1490.5,,\"12,345\",\"Maker, Inc.\",,2025/1,https://m.example\n"));
    host.route(TEXT, Reply.redirect(TEXT + "/stored"));
    host.route(VISION, Reply.csv(HEADER + "1,1,big-1,1289,+9/-9,11297,Maker,Proprietary,,\n"));
  }

  @Override
  protected void serveNoRecords() {
    host.route(TEXT, Reply.csv(HEADER));
    host.route(VISION, Reply.csv(HEADER));
  }

  @Override
  protected List<String> keys() {
    return List.of("text/big-1", "text/big-1, thinking", "vision/big-1");
  }

  @Override
  protected int requestsOfAPull() {
    return 4;
  }

  @Test
  void everyColumnIsRead() throws Exception {
    assertThat(records())
        .startsWith(
            new ArenaRating(
                Board.TEXT, "big-1", 1504, 10.0, 9.0, 3401L, 1, "Maker", "Proprietary", DAY),
            new ArenaRating(
                Board.TEXT,
                "big-1, thinking",
                1490.5,
                null,
                null,
                12345L,
                2,
                "Maker, Inc.",
                null,
                DAY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+5.5/-4", "5.5/4", "+5.5 / -4", "+5.50/-4.0"})
  void intervalMayBeWrittenInManyWays(String interval) throws Exception {
    host.route(TEXT, Reply.csv("model,arena_score,95_pct_ci\nbig-1,1500," + interval + "\n"));

    ArenaRating rating = records().get(0);

    assertThat(rating.above()).isEqualTo(5.5);
    assertThat(rating.below()).isEqualTo(4.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n/a", "±5", "+/-"})
  void unreadableIntervalIsAbsent(String interval) throws Exception {
    host.route(TEXT, Reply.csv("model,arena_score,95_pct_ci\nbig-1,1500," + interval + "\n"));

    assertThat(records().get(0).above()).isNull();
  }

  @Test
  void onlyTheBadLineIsRejected() throws Exception {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < 9; i++) {
      rows.append("1,1,m").append(i).append(",1500,+1/-1,1,Maker,,,\n");
    }
    host.route(TEXT, Reply.csv(rows + "10,1,,1500,+1/-1,1,Maker,,,\n11,1,m11,high,,1,Maker,,,\n"));

    Pulled.Records<ArenaRating> pulled = (Pulled.Records<ArenaRating>) pull();

    assertThat(pulled.records()).hasSize(9 + 1);
    assertThat(pulled.rejected()).isEqualTo(2);
  }

  @Test
  void fileWithOtherColumnsFailsThePull() {
    host.route(VISION, Reply.csv("name,elo\nbig-1,1500\n"));

    assertThatThrownBy(this::pull)
        .hasMessageContaining("lmarena_vision.csv")
        .hasMessageContaining("expected CSV with the columns model, arena_score");
  }

  @Test
  void missingBoardFailsThePull() {
    host.route(VISION, Reply.status(404));

    assertThatThrownBy(this::pull).hasMessageContaining("lmarena_vision.csv: expected 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../../x", "a b", "a/b?c"})
  void invalidTagIsNotFollowed(String tag) {
    host.route(LATEST, Reply.json("{\"tag_name\": \"" + tag + "\"}"));

    assertThatThrownBy(this::pull).hasMessageContaining("'tag_name'");
    assertThat(host.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2026.2.9,2026-02-09",
    "v2026-02-09,2026-02-09",
    "2026.02.09-fix,2026-02-09",
    "release-7,2026-03-01",
    "2026.13.45,",
  })
  void releaseIsDatedByItsTagOrElseByItsPublication(String tag, @Nullable LocalDate day)
      throws Exception {
    String files = TEXT.replace("2026.02.10", tag);
    host.route(
        LATEST,
        Reply.json(
            "{\"tag_name\": \"%s\", \"published_at\": \"2026-03-01T08:00:00Z\"}".formatted(tag)));
    host.route(files, Reply.csv(HEADER + "1,1,big-1,1504,,1,Maker,,,\n"));
    host.route(files.replace("text", "vision"), Reply.csv(HEADER + "1,1,big-1,1289,,1,Maker,,,\n"));

    assertThat(records()).extracting(ArenaRating::published).containsOnly(day);
  }

  @Test
  void laterReleaseWithTheSameRatingSaysNothingNew() {
    ArenaRating first = rating(1500, DAY);

    assertThat(first.hasSameContent(rating(1500, DAY.plusDays(1)))).isTrue();
    assertThat(first.hasSameContent(rating(1501, DAY.plusDays(1)))).isFalse();
    assertThat(rating(1500, null).hasSameContent(first)).isFalse();
  }

  private static ArenaRating rating(double rating, @Nullable LocalDate published) {
    return new ArenaRating(
        Board.TEXT, "big-1", rating, null, null, null, null, null, null, published);
  }

  @Test
  void unchangedReleaseIsNotDownloadedAgain() throws Exception {
    host.route(
        LATEST,
        asked ->
            asked.headers().containsKey("If-None-Match")
                ? Reply.status(304)
                : Reply.json("{\"tag_name\": \"2026.02.10\"}").with("ETag", "\"r1\""));
    Validators known = ((Pulled.Records<ArenaRating>) pull()).validators();
    int before = host.requests().size();

    assertThat(reader(host.address()).pull(fetcher(), known)).isInstanceOf(Pulled.Unchanged.class);
    assertThat(host.requests()).hasSize(before + 1);
  }
}
