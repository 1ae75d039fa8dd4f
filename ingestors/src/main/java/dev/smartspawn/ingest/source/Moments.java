package dev.smartspawn.ingest.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads moments in the forms that sources write them in. */
final class Moments {

  /** Seconds up to the year 5138. A larger number counts something smaller than seconds. */
  private static final double MOST_SECONDS = 1e11;

  private static final int MAX_CHARS = 60;
  private static final int ISO_DAY_CHARS = "2026-12-31".length();

  /** As 20261231. As seconds it would be a day in 1970. */
  private static final Pattern DAY = Pattern.compile("(?:19|20)\\d{6}");

  private static final Pattern OFFSET = Pattern.compile("(?:Z|[+-]\\d\\d:?\\d\\d)$");
  private static final int[] DECIMALS_OF_UNITS = {0, 3, 6, 9};

  private Moments() {}

  /** Null for anything else. */
  static @Nullable Instant read(String text) {
    if (text.length() > MAX_CHARS) {
      return null;
    }
    try {
      if (DAY.matcher(text).matches()) {
        return startOf(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
      }
      return text.indexOf('-') > 0 ? iso(text) : sinceEpoch(new BigDecimal(text));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  /** The day of a moment. What follows an ISO date is ignored. */
  static @Nullable LocalDate readDate(String text) {
    boolean isIso = text.length() > ISO_DAY_CHARS && text.charAt(4) == '-';
    @Nullable Instant moment = read(isIso ? text.substring(0, ISO_DAY_CHARS) : text);
    return moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /** A moment without an offset is one in UTC. */
  private static Instant iso(String text) {
    String moment = text.replace(' ', 'T');
    if (moment.indexOf('T') < 0) {
      return startOf(LocalDate.parse(moment));
    }
    return OFFSET.matcher(moment).find()
        ? OffsetDateTime.parse(moment).toInstant()
        : LocalDateTime.parse(moment).toInstant(ZoneOffset.UTC);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static @Nullable Instant sinceEpoch(BigDecimal number) {
    for (int decimals : DECIMALS_OF_UNITS) {
      double seconds = number.movePointLeft(decimals).doubleValue();
      if (Math.abs(seconds) <= MOST_SECONDS) {
        return Instant.ofEpochSecond((long) seconds);
      }
    }
    return null;
  }
}
