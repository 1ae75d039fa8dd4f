package dev.smartspawn.enrich;

import static dev.smartspawn.schema.source.Source.ARTIFICIAL_ANALYSIS;
import static dev.smartspawn.schema.source.Source.LIVEBENCH;
import static dev.smartspawn.schema.source.Source.OPENROUTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.refresh.ClosedRefresh;
import dev.smartspawn.schema.refresh.Leader;
import dev.smartspawn.schema.source.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefreshClosingTest {

  private static final String OPUS = "anthropic/claude-opus-4.6";
  private static final String MINI = "openai/mini";
  private static final Duration SHORT = Duration.ofMillis(200);

  private final TopologyRun trial = new TopologyRun();

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void isClosedAtOnceWhenEverySourceHasEnded() {
    endAll("1");
    trial.pass(SHORT);

    assertThat(trial.closedRefreshes()).hasSize(1);
    ClosedRefresh closed = trial.closedRefreshes().get(0);
    assertThat(closed.pulls()).containsKeys(OPENROUTER, LIVEBENCH);
    assertThat(closed.leaders()).isNotEmpty();
    assertThat(trial.lastRun().closed()).isEqualTo(closed);
  }

  @Test
  void aRefreshOfSomeSourcesIsClosedWhenNothingMoreBegins() {
    endAll("1");
    trial.settle().pull(OPENROUTER, "or2", listings());
    trial.pass(SHORT);
    assertThat(trial.closedRefreshes()).hasSize(1);

    trial.settle();
    assertThat(trial.closedRefreshes()).hasSize(2);
    assertThat(trial.closedRefreshes().get(1).pulls()).containsEntry(OPENROUTER, "or2");
  }

  @Test
  void staysOpenWhileAPullIsUnderWay() {
    endAll("1");
    trial
        .settle()
        .begin(LIVEBENCH, "livebench1")
        .pull(OPENROUTER, "or2", listings())
        .settle()
        .settle();
    assertThat(trial.closedRefreshes()).hasSize(1);

    trial.outcome(LIVEBENCH, "lb2").settle();
    assertThat(trial.closedRefreshes()).hasSize(2);
  }

  @Test
  void aPullWhoseEndNeverComesIsNotAwaitedForever() {
    endAll("1");
    trial.settle().begin(LIVEBENCH, "livebench1").pull(OPENROUTER, "or2", listings()).settle();
    trial.wakeAt(TopologyRun.START.plus(Duration.ofMinutes(20))).settle();

    assertThat(trial.closedRefreshes()).hasSize(2);
  }

  @Test
  void theOrderInWhichSourcesEndDoesNotMatter() {
    endAll("1");
    List<Leader> leaders = trial.pass(SHORT).lastRun().closed().leaders();
    try (TopologyRun other = new TopologyRun()) {
      List<Source> reversed = new ArrayList<>(Source.PULLED);
      Collections.reverse(reversed);
      reversed.forEach(source -> end(other, source, "1"));
      other.pass(SHORT);
      assertThat(other.closedRefreshes()).hasSize(1);
      assertThat(other.closedRefreshes().get(0).leaders()).isEqualTo(leaders);
    }
  }

  @Test
  void aRestartKeepsTheLeaders() {
    endAll("1");
    List<Leader> leaders = trial.settle().lastRun().closed().leaders();

    trial.restart().settle();
    assertThat(trial.closedRefreshes()).hasSize(1);

    trial.pull(OPENROUTER, "or2", listings()).settle();
    assertThat(trial.closedRefreshes()).hasSize(2);
    assertThat(trial.lastRun().closed().leaders()).isEqualTo(leaders);
  }

  private void endAll(String number) {
    Source.PULLED.forEach(source -> end(trial, source, number));
  }

  private static void end(TopologyRun trial, Source source, String number) {
    String pull = source.id() + number;
    if (source.equals(OPENROUTER)) {
      trial.pull(source, pull, listings());
    } else if (source.equals(ARTIFICIAL_ANALYSIS)) {
      trial.pull(source, pull, BenchmarkRows.analysis(OPUS, 53, 48));
    } else {
      trial.outcome(source, pull);
    }
  }

  private static RawRecord[] listings() {
    return new RawRecord[] {Listing.of(OPUS).model(), Listing.of(MINI).model()};
  }
}
