package dev.smartspawn.ingest.lmarena;

import dev.smartspawn.ingest.source.JsonEntry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day of a release: its tag is a date, and otherwise the release says when it was published.
 */
final class ReleaseDate {

  private static final Pattern DAY =
      Pattern.compile("v?(\\d{4})[.-](\\d{1,2})[.-](\\d{1,2})(?!\\w).*");

  private ReleaseDate() {}

  /** Absent if neither names a day. */
  static @Nullable LocalDate of(String tag, JsonEntry release) {
    Matcher day = DAY.matcher(tag);
    try {
      if (day.matches()) {
        return LocalDate.of(
            Integer.parseInt(day.group(1)),
            Integer.parseInt(day.group(2)),
            Integer.parseInt(day.group(3)));
      }
      return release.date("published_at");
    } catch (DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }
}
