package dev.smartspawn.local.command.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeFormatTest {

  private static final TimeFormat LISBON = new TimeFormat(ZoneId.of("Europe/Lisbon"));

  @Test
  void timesAreLocalAndShortUnlessUtcIsWanted() {
    TextNode time = TextNode.valueOf("2026-07-22T10:04:31.812Z");
    assertThat(LISBON.text(time)).isEqualTo("2026-07-22 11:04");
    assertThat(TimeFormat.utc().text(time)).isEqualTo("2026-07-22 10:04Z");
  }

  @Test
  void missingTimeIsAbsent() {
    assertThat(LISBON.text(NullNode.getInstance())).isEqualTo(FigureFormat.ABSENT);
  }

  @Test
  void readsWhatItShows() {
    assertThat(LISBON.parse("2026-07-22 11:04")).isEqualTo(Instant.parse("2026-07-22T10:04:00Z"));
    assertThat(LISBON.parse("2026-07-22 11:04Z")).isEqualTo(Instant.parse("2026-07-22T11:04:00Z"));
    assertThat(LISBON.parse("2026-07-22")).isEqualTo(Instant.parse("2026-07-21T23:00:00Z"));
    assertThat(LISBON.parse("2026-07-22T10:00:00Z"))
        .isEqualTo(Instant.parse("2026-07-22T10:00:00Z"));
  }

  @Test
  void anythingElseIsAUsageError() {
    assertThatThrownBy(() -> LISBON.parse("yesterday"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("'yesterday' is not a time: expected 2026-07-22");
  }
}
