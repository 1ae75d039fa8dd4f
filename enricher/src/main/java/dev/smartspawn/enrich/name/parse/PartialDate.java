package dev.smartspawn.enrich.name.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * A release date as names carry it: always a month, often without its year or its day.
 *
 * @param year empty in {@code 0528} and {@code 05-06}
 * @param day empty in {@code 2507} and {@code Sep '25}
 */
public record PartialDate(OptionalInt year, int month, OptionalInt day) {

  static PartialDate of(LocalDate date) {
    return new PartialDate(
        OptionalInt.of(date.getYear()), date.getMonthValue(), OptionalInt.of(date.getDayOfMonth()));
  }

  static PartialDate ofMonth(int year, int month) {
    return new PartialDate(OptionalInt.of(year), month, OptionalInt.empty());
  }

  static PartialDate ofDay(int month, int day) {
    return new PartialDate(OptionalInt.empty(), month, OptionalInt.of(day));
  }

  /** Whether everything both of them say is the same. */
  public boolean agreesWith(PartialDate other) {
    return month == other.month && agree(year, other.year) && agree(day, other.day);
  }

  /** What both say together; only for dates that agree. */
  PartialDate and(PartialDate other) {
    return new PartialDate(
        year.isPresent() ? year : other.year, month, day.isPresent() ? day : other.day);
  }

  /** The date itself, where all of it is known. */
  public Optional<LocalDate> exact() {
    return year.isPresent() && day.isPresent()
        ? Optional.of(LocalDate.of(year.getAsInt(), month, day.getAsInt()))
        : Optional.empty();
  }

  /**
   * Days from the nearest date this may mean to {@code other}: negative when that is earlier, 0
   * when it may be the same day.
   */
  public long daysUntil(LocalDate other) {
    LongStream years =
        year.isPresent()
            ? LongStream.of(year.getAsInt())
            : LongStream.rangeClosed(other.getYear() - 1L, other.getYear() + 1L);
    return years
        .map(y -> daysUntil((int) y, other))
        .boxed()
        .min((a, b) -> Long.compare(Math.abs(a), Math.abs(b)))
        .orElseThrow();
  }

  /** Of the days this may mean, the one nearest to {@code other}. */
  public LocalDate nearestTo(LocalDate other) {
    return other.minusDays(daysUntil(other));
  }

  private long daysUntil(int knownYear, LocalDate other) {
    YearMonth whole = YearMonth.of(knownYear, month);
    LocalDate first = day.isPresent() ? atDay(whole) : whole.atDay(1);
    LocalDate last = day.isPresent() ? first : whole.atEndOfMonth();
    if (other.isBefore(first)) {
      return ChronoUnit.DAYS.between(first, other);
    }
    return other.isAfter(last) ? ChronoUnit.DAYS.between(last, other) : 0;
  }

  /** The 29th of February in a year that has none is the 28th. */
  private LocalDate atDay(YearMonth whole) {
    return whole.atDay(Math.min(day.getAsInt(), whole.lengthOfMonth()));
  }

  /** Whether there is such a day. */
  boolean exists() {
    try {
      LocalDate.of(year.orElse(2024), month, day.orElse(1));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean agree(OptionalInt one, OptionalInt other) {
    return one.isEmpty() || other.isEmpty() || one.getAsInt() == other.getAsInt();
  }

  @Override
  public String toString() {
    String text = twoDigits(month);
    if (year.isPresent()) {
      text = year.getAsInt() + "-" + text;
    }
    return day.isPresent() ? text + "-" + twoDigits(day.getAsInt()) : text;
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
