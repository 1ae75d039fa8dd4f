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
    this.began = Began.now(day);
  }

  /** Goes to noon of {@code day}. */
  void begin(LocalDate day) {
    began = Began.now(day);
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

  private record Began(Instant noon, long atNanos) {

    private static Began now(LocalDate day) {
      return new Began(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), System.nanoTime());
    }

    private Instant instant() {
      return noon.plus(Duration.ofNanos(System.nanoTime() - atNanos));
    }
  }
}
