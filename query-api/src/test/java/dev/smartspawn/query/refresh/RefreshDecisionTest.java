package dev.smartspawn.query.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.refresh.RefreshBody.Refresh;
import dev.smartspawn.query.view.Freshness;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.refresh.SourceStatusBuilder;
import dev.smartspawn.schema.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefreshDecisionTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration PULL_TIMEOUT = Duration.ofMinutes(5);

  private final Map<Source, SourceStatus> statuses = new TreeMap<>();

  @Test
  void sourcesThatWereNeverPulledArePulled() {
    RefreshDecision decision = decide(RefreshCommand.EVERYTHING);
    assertThat(decision.needsCommand()).isTrue();
    assertThat(RefreshBody.of(decision).data().started()).isTrue();
    assertThat(RefreshBody.of(decision).data().estimatedSeconds()).isEqualTo(30);
    assertThat(RefreshBody.of(decision).data().sources()).hasSize(Source.PULLED.size());
  }

  @Test
  void theSlowestSourceGivesTheEstimate() {
    Source.PULLED.forEach(source -> finished(source, null, 900));
    finished(Source.HF_LEADERBOARD, NOW, 12_300);
    assertThat(RefreshBody.of(decide(RefreshCommand.EVERYTHING)).data().estimatedSeconds())
        .isEqualTo(13);
  }

  @Test
  void nothingStartsIfEverySourceWasPulledTooRecently() {
    Source.PULLED.forEach(source -> finished(source, NOW.plusSeconds(41), 900));
    RefreshDecision decision = decide(RefreshCommand.EVERYTHING);
    assertThat(decision.needsCommand()).isFalse();
    Refresh answer = RefreshBody.of(decision).data();
    assertThat(answer.started()).isFalse();
    assertThat(answer.estimatedSeconds()).isNull();
    assertThat(answer.reason()).contains("openrouter was pulled too recently, again in 42 s");
    assertThat(answer.sources().get("openrouter").notBefore()).isEqualTo(NOW.plusSeconds(41));
  }

  @Test
  void oneSourceThatMayBeAskedIsEnough() {
    Source.PULLED.forEach(source -> finished(source, NOW.plusSeconds(41), 900));
    finished(Source.LMARENA, NOW, 900);
    Refresh answer = RefreshBody.of(decide(RefreshCommand.EVERYTHING)).data();
    assertThat(answer.started()).isTrue();
    assertThat(answer.sources().get("lmarena").started()).isTrue();
    assertThat(answer.sources().get("livebench").started()).isFalse();
  }

  @Test
  void onlyRequestedSourcesCount() {
    finished(Source.LMARENA, NOW.plusSeconds(60), 900);
    RefreshDecision decision = decide(new RefreshCommand(List.of(Source.LMARENA), null));
    assertThat(RefreshBody.of(decision).data().started()).isFalse();
    assertThat(RefreshBody.of(decision).data().sources()).containsOnlyKeys("lmarena");
  }

  @Test
  void aDisabledSourceIsNotStarted() {
    put(Source.ARTIFICIAL_ANALYSIS, Outcome.DISABLED, null, null, null, 0);
    RefreshDecision decision =
        decide(new RefreshCommand(List.of(Source.ARTIFICIAL_ANALYSIS), null));
    assertThat(decision.needsCommand()).isFalse();
    assertThat(RefreshBody.of(decision).data().reason())
        .isEqualTo("artificial-analysis is disabled");
  }

  @Test
  void aRunningPullIsJoinedWithoutACommand() {
    begun(Source.OPENROUTER, NOW.minusSeconds(10));
    RefreshDecision decision = decide(new RefreshCommand(List.of(Source.OPENROUTER), null));
    assertThat(decision.needsCommand()).isFalse();
    assertThat(RefreshBody.of(decision).data().started()).isTrue();
    assertThat(RefreshBody.of(decision).data().reason())
        .contains("openrouter is being pulled already");
  }

  @Test
  void aPullThatNeverEndedIsPresumedDead() {
    begun(Source.OPENROUTER, NOW.minus(PULL_TIMEOUT));
    RefreshDecision decision = decide(new RefreshCommand(List.of(Source.OPENROUTER), null));
    assertThat(decision.needsCommand()).isTrue();
  }

  @Test
  void referenceFilesNeedNoRefresh() {
    RefreshDecision decision = decide(new RefreshCommand(List.of(Source.ALIASES), null));
    assertThat(decision.needsCommand()).isFalse();
    assertThat(RefreshBody.of(decision).data().started()).isFalse();
    assertThat(RefreshBody.of(decision).data().reason()).contains("reference files");
  }

  private RefreshDecision decide(RefreshCommand command) {
    Freshness freshness = new Freshness(statuses, Map.of(), null, Map.of(), Map.of());
    return RefreshDecision.of(command, freshness, NOW, PULL_TIMEOUT);
  }

  private void finished(Source source, @Nullable Instant notBefore, long durationMillis) {
    Instant ended = NOW.minusSeconds(20);
    put(source, Outcome.OK, ended.minusSeconds(1), ended, notBefore, durationMillis);
  }

  private void begun(Source source, Instant attemptedAt) {
    put(source, Outcome.OK, attemptedAt, NOW.minusSeconds(10_000), NOW.minusSeconds(1), 900);
  }

  private void put(
      Source source,
      Outcome outcome,
      @Nullable Instant attemptedAt,
      @Nullable Instant finishedAt,
      @Nullable Instant notBefore,
      long durationMillis) {
    statuses.put(
        source,
        new SourceStatusBuilder(source)
            .outcome(outcome, null)
            .records("pull", attemptedAt, 10, Origin.LIVE)
            .rawEndOffset(10)
            .asked(attemptedAt, notBefore)
            .finishedAt(finishedAt)
            .effort(durationMillis, 1)
            .build());
  }
}
