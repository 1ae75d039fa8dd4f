package dev.smartspawn.local.command.day;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Shows noon of a recorded day when that day begins, and goes on from there. */
final class DayClock extends Clock {

  private volatile Began began;

  DayClock(LocalDate day) {
    this(day, Duration.ZERO);
  }

  /** A day that began a while ago. */
  DayClock(LocalDate day, Duration ago) {
    this.began = Began.ago(day, ago);
  }

  /** Goes to noon of {@code day}. */
  void begin(LocalDate day) {
    began = Began.ago(day, Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return began.instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** In another zone it is the same moment. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  private record Began(Instant shown, long atNanos) {

    private static Began ago(LocalDate day, Duration ago) {
      Instant noon = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
      return new Began(noon.plus(ago), System.nanoTime());
    }

    private Instant instant() {
      return shown.plus(Duration.ofNanos(System.nanoTime() - atNanos));
    }
  }
}
