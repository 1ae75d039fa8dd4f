package dev.smartspawn.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatusBuilder;
import dev.smartspawn.schema.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PullScheduleTest {

  private static final Instant NOW = Instant.parse("2026-07-22T10:00:00Z");

  private final PullSchedule schedule =
      new PullSchedule(Duration.ofHours(6), Duration.ofMinutes(1));

  @Test
  void sourceNeverPulledIsOpenButNotDue() {
    SourceStatus status = SourceStatus.never(Source.OPENROUTER);

    assertThat(schedule.closedUntil(status, NOW)).isEmpty();
    assertThat(schedule.isDue(status, NOW)).isFalse();
  }

  @Test
  void minimumIntervalIsRemembered() {
    SourceStatus status = asked(NOW);

    assertThat(schedule.closedUntil(status, NOW.plusSeconds(59))).contains(NOW.plusSeconds(60));
    assertThat(schedule.closedUntil(status, NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void pullIsDueAfterTheInterval() {
    SourceStatus status = asked(NOW);

    assertThat(schedule.isDue(status, NOW.plus(Duration.ofHours(6)).minusMillis(1))).isFalse();
    assertThat(schedule.isDue(status, NOW.plus(Duration.ofHours(6)))).isTrue();
  }

  @Test
  void pullIsNeverDueBeforeTheMinimumInterval() {
    SourceStatus status =
        new SourceStatusBuilder(asked(NOW)).asked(NOW, NOW.plusSeconds(60)).nextPull(NOW).build();

    assertThat(schedule.isDue(status, NOW.plusSeconds(59))).isFalse();
    assertThat(schedule.isDue(status, NOW.plusSeconds(60))).isTrue();
  }

  @Test
  void failureIsFollowedByAnEarlierPull() {
    assertThat(schedule.afterFailure(NOW, Optional.empty()))
        .isEqualTo(NOW.plus(Duration.ofMinutes(15)));
  }

  @Test
  void earlierPullKeepsTheMinimumInterval() {
    PullSchedule analysis = new PullSchedule(Duration.ofHours(6), Duration.ofHours(1));

    assertThat(analysis.afterFailure(NOW, Optional.empty()))
        .isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void failureNeverMakesTheIntervalLonger() {
    PullSchedule often = new PullSchedule(Duration.ofMinutes(2), Duration.ZERO);

    assertThat(often.afterFailure(NOW, Optional.empty())).isEqualTo(NOW.plusSeconds(120));
  }

  @Test
  void retryAfterCountsUpToTheInterval() {
    assertThat(schedule.afterFailure(NOW, Optional.of(Duration.ofHours(2))))
        .isEqualTo(NOW.plus(Duration.ofHours(2)));
    assertThat(schedule.afterFailure(NOW, Optional.of(Duration.ofDays(365))))
        .isEqualTo(NOW.plus(Duration.ofHours(6)));
  }

  private SourceStatus asked(Instant at) {
    return new SourceStatusBuilder(SourceStatus.never(Source.OPENROUTER))
        .asked(at, schedule.notBefore(at))
        .nextPull(schedule.afterSuccess(at))
        .build();
  }
}
