package dev.smartspawn.ingest.lmarena;

import static dev.smartspawn.ingest.lmarena.ArenaBoards.file;
import static dev.smartspawn.ingest.lmarena.ArenaBoards.row;
import static dev.smartspawn.ingest.lmarena.ArenaBoards.with;
import static dev.smartspawn.ingest.lmarena.ArenaBoards.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.ingest.Reply;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.parquet.ParquetFiles;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.Pulled.Part;
import dev.smartspawn.ingest.source.SourceContract;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.ArenaStanding.Rating;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArenaDatasetReaderTest extends SourceContract<ArenaStanding> {

  private static final LocalDate DAY = LocalDate.parse("2026-07-10");

  @Override
  protected SourceReader<ArenaStanding> reader(URI address) {
    return new ArenaDatasetReader(address);
  }

  /** Two boards of all. */
  @Override
  protected void serve() {
    ArenaDatasetReader.BOARDS.forEach(board -> host.route(path(board), Reply.status(404)));
    offer(
        "text",
        List.of(
            row("big-1", "overall", 1501),
            row("big-2", "overall", 1480),
            row("big-1", "coding", 1520)));
    offer("search", List.of(row("big-1-search", "overall", 1250)));
  }

  @Override
  protected void serveNoRecords() {
    offer("text", List.of());
    host.route(path("search"), Reply.status(404));
  }

  @Override
  protected List<String> keys() {
    return List.of("text/big-1", "text/big-2", "search/big-1-search");
  }

  @Override
  protected int requestsOfAPull() {
    return ArenaDatasetReader.BOARDS.size();
  }

  /** Four for the first board that the host does not answer for, and one for every other. */
  @Override
  protected int requestsOfAFailedPull() {
    return 4 + ArenaDatasetReader.BOARDS.size() - 1;
  }

  @Override
  protected List<ArenaStanding> recordsOf(Pulled<ArenaStanding> pulled) {
    return ((Pulled.Parts<ArenaStanding>) pulled)
        .parts().values().stream()
            .filter(Part.Read.class::isInstance)
            .flatMap(part -> ((Part.Read<ArenaStanding>) part).records().stream())
            .toList();
  }

  @Test
  void everyColumnIsRead() throws Exception {
    Rating overall = new Rating(1501, 1495.0, 1507.0, 9.5, 4131L, 2, DAY);
    Rating coding = new Rating(1520, 1514.0, 1526.0, 9.5, 4131L, 2, DAY);

    assertThat(records())
        .first()
        .isEqualTo(
            new ArenaStanding(
                "text",
                "big-1",
                "maker",
                "Proprietary",
                Map.of("overall", overall, "coding", coding)));
  }

  @Test
  void boardThatIsNotPublishedIsMissingAndNotLost() throws Exception {
    assertThat(part("vision")).isInstanceOf(Part.Missing.class);
    assertThat(part("text")).isInstanceOf(Part.Read.class);
  }

  @Test
  void hostWithoutTheDatasetHasNothingAndDoesNotFail() throws Exception {
    ArenaDatasetReader.BOARDS.forEach(board -> host.route(path(board), Reply.status(404)));

    assertThat(parts().values()).allMatch(Part.Missing.class::isInstance);
  }

  @ParameterizedTest
  @MethodSource("hostileFiles")
  void hostileFileIsLostAloneAndTheOtherBoardsAreRead(String what, byte[] bytes) throws Exception {
    host.route(path("text"), Reply.bytes(bytes));

    assertThat(lost("text")).contains("text").contains("expected");
    assertThat(part("search")).isInstanceOf(Part.Read.class);
  }

  static Stream<Arguments> hostileFiles() {
    byte[] whole = file(List.of(row("big-1", "overall", 1500)));
    byte[] noFooter = Arrays.copyOf(whole, whole.length / 2);
    byte[] brokenPages = whole.clone();
    Arrays.fill(brokenPages, 4, whole.length / 4, (byte) 0x7f);
    byte[] brokenFooter = whole.clone();
    Arrays.fill(brokenFooter, whole.length - 200, whole.length - 8, (byte) 0x7f);
    byte[] hugeFooter = whole.clone();
    Arrays.fill(hugeFooter, whole.length - 8, whole.length - 5, (byte) 0x7f);
    return Stream.of(
        Arguments.of("nothing", new byte[0]),
        Arguments.of("its beginning", noFooter),
        Arguments.of("broken pages", brokenPages),
        Arguments.of("a broken footer", brokenFooter),
        Arguments.of("a footer larger than the file", hugeFooter),
        Arguments.of("no rows", file(List.of())),
        Arguments.of(
            "other columns",
            ParquetFiles.of(
                "message m { optional binary name (STRING); }", List.of(Map.of("name", "big-1")))),
        Arguments.of(
            "a column of another type",
            ParquetFiles.of(
                ArenaBoards.SCHEMA.replace("double rating;", "binary rating (STRING);"),
                List.of(with(row("big-1", "overall", 1500), "rating", "1500")))),
        Arguments.of(
            "a repeated column",
            ParquetFiles.of(
                ArenaBoards.SCHEMA.replace("optional double rating;", "repeated double rating;"),
                List.of(row("big-1", "overall", 1500)))),
        Arguments.of(
            "a null column", file(List.of(without(row("big-1", "overall", 1500), "rating")))));
  }

  @ParameterizedTest
  @MethodSource("badRows")
  void badRowIsRejectedAloneAndItsNeighboursAreRead(String what, Map<String, Object> bad)
      throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      rows.add(row("m" + i, "overall", 1400 + i));
    }
    rows.add(bad);
    host.route(path("text"), Reply.bytes(file(rows)));

    var read = (Part.Read<ArenaStanding>) part("text");
    assertThat(read.records()).hasSize(9);
    assertThat(read.rejected()).isEqualTo(1);
  }

  static Stream<Arguments> badRows() {
    Map<String, Object> row = row("bad", "overall", 1500);
    return Stream.of(
        Arguments.of("no name", without(row, "model_name")),
        Arguments.of("a blank name", with(row, "model_name", "  ")),
        Arguments.of("a name of 10,000 characters", with(row, "model_name", "x".repeat(10_000))),
        Arguments.of("no kind of prompt", without(row, "category")),
        Arguments.of("no rating", without(row, "rating")),
        Arguments.of("a negative rating", with(row, "rating", -1500.0)),
        Arguments.of("a rating that is not a number", with(row, "rating", Double.NaN)),
        Arguments.of("an infinite rating", with(row, "rating", Double.POSITIVE_INFINITY)),
        Arguments.of("an interval above the rating", with(row, "rating_lower", 1600.0)),
        Arguments.of("an interval that is not one", with(row, "rating_upper", Double.NaN)),
        Arguments.of("a negative variance", with(row, "variance", -1.0)),
        Arguments.of("negative votes", with(row, "vote_count", -4L)),
        Arguments.of("a rank beyond any count", with(row, "rank", Long.MAX_VALUE)),
        Arguments.of("no date", without(row, "leaderboard_publish_date")),
        Arguments.of("no such date", with(row, "leaderboard_publish_date", "2026-02-31")),
        Arguments.of("the same model again", row("m0", "overall", 1390)));
  }

  @Test
  void whatARatingDoesNotNeedMayBeNull() throws Exception {
    Map<String, Object> row = row("big-1", "overall", 1500);
    for (String column :
        List.of(
            "organization",
            "license",
            "rating_lower",
            "rating_upper",
            "variance",
            "vote_count",
            "rank")) {
      row = without(row, column);
    }
    offer("text", List.of(row));

    assertThat(records())
        .first()
        .isEqualTo(
            new ArenaStanding(
                "text",
                "big-1",
                null,
                null,
                Map.of("overall", new Rating(1500, null, null, null, null, null, DAY))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "binary leaderboard_publish_date (STRING)=2026-07-10T05:00:00Z",
        "int32 leaderboard_publish_date (DATE)=20644",
        "int64 leaderboard_publish_date (TIMESTAMP(MILLIS,true))=1783641600000",
        "int64 leaderboard_publish_date (TIMESTAMP(MICROS,true))=1783641600000000",
        "int64 leaderboard_publish_date (TIMESTAMP(NANOS,true))=1783641600000000000",
      })
  void dateMayBeOfAnyType(String typeAndValue) throws Exception {
    String type = typeAndValue.substring(0, typeAndValue.lastIndexOf('='));
    String text = typeAndValue.substring(typeAndValue.lastIndexOf('=') + 1);
    Object value =
        type.startsWith("binary")
            ? text
            : type.startsWith("int32") ? (Object) Integer.valueOf(text) : Long.valueOf(text);
    host.route(
        path("text"),
        Reply.bytes(
            ParquetFiles.of(
                ArenaBoards.SCHEMA.replace("binary leaderboard_publish_date (STRING)", type),
                List.of(with(row("big-1", "overall", 1500), "leaderboard_publish_date", value)))));

    assertThat(records().get(0).categories().get("overall").published()).isEqualTo(DAY);
  }

  @Test
  void unansweredBoardIsLostAndTheOthersAreAskedForOnce() throws Exception {
    host.route(path("vision"), Reply.status(503));

    assertThat(lost("vision")).contains("answered 503");
    assertThat(part("search")).isInstanceOf(Part.Read.class);
  }

  @Test
  void refusalEndsThePull() {
    host.route(path("text_style_control"), Reply.status(429).with("Retry-After", "3600"));

    assertThatThrownBy(this::pull)
        .isInstanceOfSatisfying(PullException.class, e -> assertThat(e.retryAfter()).isPresent());
    assertThat(host.requests()).hasSize(2);
  }

  @Test
  void eachBoardIsAskedForOnlyIfItHasChanged() throws Exception {
    byte[] text = file(List.of(row("big-1", "overall", 1501)));
    host.route(
        path("text"),
        asked ->
            asked.headers().containsKey("If-None-Match")
                ? Reply.status(304)
                : Reply.bytes(text).with("ETag", "\"t1\""));
    Validators known = ((Pulled.Parts<ArenaStanding>) pull()).validators();

    var second = (Pulled.Parts<ArenaStanding>) reader(host.address()).pull(fetcher(), known);

    assertThat(second.parts().get("text")).isInstanceOf(Part.Current.class);
    assertThat(second.parts().get("search")).isInstanceOf(Part.Read.class);
    assertThat(second.validators()).isEqualTo(known);
  }

  private String lost(String board) throws Exception {
    return ((Part.Lost<ArenaStanding>) part(board)).reason();
  }

  private Part<ArenaStanding> part(String board) throws Exception {
    return parts().get(board);
  }

  private Map<String, Part<ArenaStanding>> parts() throws Exception {
    return ((Pulled.Parts<ArenaStanding>) pull()).parts();
  }

  private void offer(String board, List<Map<String, Object>> rows) {
    host.route(path(board), Reply.bytes(file(rows)));
  }

  private static String path(String board) {
    return "/datasets/lmarena-ai/leaderboard-dataset/resolve/main/%s/latest-00000-of-00001.parquet"
        .formatted(board);
  }
}
