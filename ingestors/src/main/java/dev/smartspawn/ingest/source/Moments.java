package dev.smartspawn.ingest.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads moments in the forms that sources write them in. */
final class Moments {

  /** Seconds up to the year 5138. A larger number counts something smaller than seconds. */
  private static final double MOST_SECONDS = 1e11;

  private static final int[] DECIMALS_OF_UNITS = {0, 3, 6, 9};

  private Moments() {}

  /** Null for anything else. */
  static @Nullable Instant read(String text) {
    try {
      return text.indexOf('-') > 0 ? iso(text) : sinceEpoch(new BigDecimal(text));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  private static Instant iso(String text) {
    return text.indexOf('T') > 0
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
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
