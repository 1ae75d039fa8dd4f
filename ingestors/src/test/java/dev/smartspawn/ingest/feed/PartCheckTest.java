package dev.smartspawn.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.Pulled.Part;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.refresh.SourceStatusBuilder;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartCheckTest {

  private static final Instant NOW = Instant.parse("2026-07-12T06:00:00Z");
  private static final SourceStatus NEVER = SourceStatus.never(Source.LMARENA_DATASET);

  @Test
  void lostPartKeepsItsLastGoodRecordsAndTheOthersAreReplaced() throws Exception {
    var result = complete(held("text", 10, "search", 5), read("text", 10), lost("search"));

    assertThat(result.values()).hasSize(10);
    assertThat(result.kept()).isEqualTo(keys("search", 5));
    assertThat(result.shortfall()).contains("search is garbage (5 older records stay)");
  }

  @Test
  void currentPartIsKeptWithoutAShortfall() throws Exception {
    var result = complete(held("text", 10, "search", 5), read("text", 10), current("search"));

    assertThat(result.kept()).isEqualTo(keys("search", 5));
    assertThat(result.shortfall()).isEmpty();
  }

  @Test
  void partThatIsNoLongerPublishedIsDropped() throws Exception {
    var result = complete(held("text", 50, "search", 5), read("text", 50), missing("search"));

    assertThat(result.kept()).isEmpty();
    assertThat(result.values()).hasSize(50);
    assertThat(result.shortfall()).isEmpty();
  }

  @Test
  void largePartThatIsNoLongerPublishedFailsThePull() {
    PullContext before = held("text", 50, "search", 5);

    assertThatThrownBy(() -> result(before, missing("text"), read("search", 5)))
        .isInstanceOf(PullException.class)
        .hasMessageContaining("5 records where it last had 55");
  }

  @Test
  void partWithATenthOfItsRecordsIsLost() throws Exception {
    var result = complete(held("text", 50, "search", 40), read("text", 50), read("search", 4));

    assertThat(result.values()).hasSize(50);
    assertThat(result.kept()).isEqualTo(keys("search", 40));
    assertThat(result.shortfall().orElseThrow()).contains("4 records where it last had 40");
  }

  @Test
  void partWithMostlyOtherRecordsIsLost() throws Exception {
    PullContext before = held("text", 50, "search", 40);

    var most = complete(before, read("text", 50), read("search", 21, 61));
    assertThat(most.kept()).isEqualTo(keys("search", 40));
    assertThat(most.shortfall().orElseThrow()).contains("19 of the 40 records it last had");

    var half = complete(before, read("text", 50), read("search", 20, 60));
    assertThat(half.shortfall()).isEmpty();
  }

  @Test
  void onlyLostPartsFailThePull() {
    PullContext before = held("text", 50, "search", 40);

    assertThatThrownBy(() -> result(before, read("text", 5), read("search", 4)))
        .isInstanceOf(PullException.class);
  }

  @Test
  void firstPullTakesWhatIsReadable() throws Exception {
    PullContext never = new PullContext(Source.LMARENA_DATASET, NOW, NEVER, Set.of());
    var result = complete(never, read("text", 3), lost("search"));

    assertThat(result.values()).hasSize(3);
    assertThat(result.shortfall()).isPresent();
  }

  @Test
  void nothingNewIsUnchanged() throws Exception {
    PullContext before = held("text", 10, "search", 5);

    assertThat(result(before, current("text"), current("search"), missing("vision")))
        .isInstanceOf(PullResult.Unchanged.class);
  }

  @Test
  void sourceWithoutAnyPartIsAbsentUnlessItHadSome() throws Exception {
    PullContext never = new PullContext(Source.LMARENA_DATASET, NOW, NEVER, Set.of());
    PullContext before = held("text", 10, "search", 5);

    var absent =
        (PullResult.Absent<Raw<ArenaStanding>>) result(never, missing("text"), missing("search"));
    assertThat(absent.reason()).contains("404");
    assertThatThrownBy(() -> result(before, missing("text"), missing("search")))
        .isInstanceOf(PullException.class);
  }

  private record Named(String name, Part<ArenaStanding> part) {}

  private static Named read(String name, int records) {
    return read(name, 0, records);
  }

  private static Named read(String name, int from, int to) {
    return new Named(
        name,
        new Part.Read<>(
            IntStream.range(from, to)
                .mapToObj(i -> new ArenaStanding(name, "m" + i, null, null, Map.of()))
                .toList(),
            0));
  }

  private static Named current(String name) {
    return new Named(name, new Part.Current<>());
  }

  private static Named missing(String name) {
    return new Named(name, new Part.Missing<>());
  }

  private static Named lost(String name) {
    return new Named(name, new Part.Lost<>(name + " is garbage"));
  }

  private static Set<String> keys(String part, int records) {
    return IntStream.range(0, records)
        .mapToObj(i -> ArenaStanding.key(part, "m" + i))
        .collect(Collectors.toSet());
  }

  private static PullContext held(String one, int ofOne, String other, int ofOther) {
    Set<String> keys =
        Stream.of(keys(one, ofOne), keys(other, ofOther))
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    SourceStatus live =
        new SourceStatusBuilder(NEVER)
            .records("lmarena-dataset@1", NOW, keys.size(), Origin.LIVE)
            .build();
    return new PullContext(Source.LMARENA_DATASET, NOW, live, keys);
  }

  private static PullResult.Complete<Raw<ArenaStanding>> complete(PullContext pull, Named... parts)
      throws PullException {
    return (PullResult.Complete<Raw<ArenaStanding>>) result(pull, parts);
  }

  private static PullResult<Raw<ArenaStanding>> result(PullContext pull, Named... parts)
      throws PullException {
    Map<String, Part<ArenaStanding>> byName = new LinkedHashMap<>();
    List.of(parts).forEach(part -> byName.put(part.name(), part.part()));
    return new PartCheck<>("Boards", pull, new Pulled.Parts<>(byName, Validators.NONE))
        .result(
            records ->
                records.stream()
                    .collect(
                        Collectors.toMap(
                            ArenaStanding::key,
                            record -> new Raw<>(pull.pullId(), pull.begunAt(), record))),
            1);
  }
}
