package dev.smartspawn.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.RecordedFigures;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.source.Source;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten ways to misbehave, in each of the sources. All cases of a source run in a lane of their own,
 * ahead of the test that looks at what came of them.
 */
class SourceFaultsIT {

  /** Requests are made up to four times each. */
  private static final int TRIES = 4;

  private static final String GONE = "410";

  private record Case(Source source, String fault) {}

  private static final Map<Case, CompletableFuture<Observation>> observations =
      new ConcurrentHashMap<>();
  private static final ExecutorService lanes = Executors.newFixedThreadPool(Source.PULLED.size());

  @BeforeAll
  static void observeEveryCase() {
    RecordedFigures.assumePresent();
    for (Source source : Source.PULLED) {
      List<Case> cases = cases(source);
      cases.forEach(one -> observations.put(one, new CompletableFuture<>()));
      lanes.execute(() -> runLane(cases));
    }
  }

  @AfterAll
  static void stop() {
    lanes.shutdownNow();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("fiftyCases")
  void lastGoodDataStaysAndNobodyElseIsTouched(Source source, SourceFault fault) throws Exception {
    Observation observed = observations.get(new Case(source, fault.kind())).get();
    SourceStatus after = observed.after().get(source);

    assertThat(observed.isTableUnchanged()).as("the table is as it was").isTrue();
    assertThat(observed.tableSize()).isPositive();
    assertThat(after.count()).isEqualTo(observed.before().get(source).count());
    assertThat(after.origin()).isEqualTo(Origin.LIVE);
    assertSaysWhatHappened(after, fault);
    assertNoRetryStorm(observed, source);
    assertOthersAreUntouched(observed, source);
  }

  @Test
  void goneAddressLeadsToItsSuccessor() throws Exception {
    Observation observed = observations.get(new Case(Source.ARTIFICIAL_ANALYSIS, GONE)).get();
    SourceStatus after = observed.after().get(Source.ARTIFICIAL_ANALYSIS);
    assertThat(after.outcome()).isEqualTo(Outcome.OK);
    assertThat(after.count()).isEqualTo(RecordedFigures.ARTIFICIAL_ANALYSIS);
    assertThat(observed.tableSize()).isEqualTo(RecordedFigures.ARTIFICIAL_ANALYSIS);
    assertOthersAreUntouched(observed, Source.ARTIFICIAL_ANALYSIS);
  }

  static Stream<Arguments> fiftyCases() {
    return Source.PULLED.stream()
        .flatMap(
            source ->
                Arrays.stream(SourceFault.values())
                    .map(fault -> Arguments.arguments(source, fault)));
  }

  private static void assertSaysWhatHappened(SourceStatus after, SourceFault fault) {
    switch (fault.ending()) {
      case OK -> assertThat(after.outcome()).isEqualTo(Outcome.OK);
      case STALE -> {
        assertThat(after.outcome()).isEqualTo(Outcome.STALE);
        assertThat(after.reason()).isNotBlank();
      }
    }
  }

  private static void assertNoRetryStorm(Observation observed, Source source) {
    SourceStatus after = observed.after().get(source);
    assertThat(observed.hits().get(source))
        .isLessThanOrEqualTo(TRIES * observed.usualHits().get(source));
    assertThat(after.nextPull()).isAfterOrEqualTo(after.finishedAt().plus(Duration.ofMinutes(1)));
  }

  private static void assertOthersAreUntouched(Observation observed, Source faulty) {
    for (Source other : Source.PULLED) {
      if (other != faulty) {
        assertThat(observed.after().get(other).outcome()).as(other.id()).isEqualTo(Outcome.OK);
        assertThat(observed.hits().get(other))
            .as("requests to %s", other)
            .isEqualTo(observed.usualHits().get(other));
      }
    }
  }

  private static List<Case> cases(Source source) {
    Stream<Case> ten =
        Arrays.stream(SourceFault.values()).map(fault -> new Case(source, fault.kind()));
    Stream<Case> own =
        source.equals(Source.ARTIFICIAL_ANALYSIS)
            ? Stream.of(new Case(source, GONE))
            : Stream.empty();
    return Stream.concat(ten, own).toList();
  }

  /** Whatever goes wrong is told by the tests of the cases it concerns. */
  private static void runLane(List<Case> cases) {
    try (Lane lane = new Lane()) {
      for (Case one : cases) {
        observations.get(one).complete(lane.observe(one.source(), one.fault()));
      }
    } catch (Throwable e) {
      cases.forEach(one -> observations.get(one).completeExceptionally(e));
    }
  }
}
