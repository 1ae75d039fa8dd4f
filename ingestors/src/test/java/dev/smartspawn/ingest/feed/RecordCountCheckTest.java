package dev.smartspawn.ingest.feed;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.refresh.SourceStatusBuilder;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordCountCheckTest {

  @Test
  void firstAnswerMayHaveAnySize() {
    assertThatCode(() -> check(1, 0, null)).doesNotThrowAnyException();
  }

  @Test
  void fourFifthsAreEnough() {
    assertThatCode(() -> check(80, 100, Origin.LIVE)).doesNotThrowAnyException();
  }

  @Test
  void lessThanFourFifthsAreRefused() {
    assertThatThrownBy(() -> check(79, 100, Origin.LIVE))
        .hasMessage("Stub sent 79 records where it last had 100: expected at least 80 (80 %)");
  }

  @Test
  void snapshotCountIsNotCompared() {
    assertThatCode(() -> check(1, 100, Origin.SNAPSHOT)).doesNotThrowAnyException();
  }

  @Test
  void emptyAnswerIsRefused() {
    assertThatThrownBy(() -> check(0, 0, null)).hasMessageContaining("without any record");
  }

  private static void check(int records, int before, @Nullable Origin origin) throws Exception {
    SourceStatus last =
        new SourceStatusBuilder(SourceStatus.never(Source.OPENROUTER))
            .records("pull", Instant.EPOCH, before, origin)
            .build();
    RecordCountCheck.check("Stub", records, last);
  }
}
