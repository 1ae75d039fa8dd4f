package dev.smartspawn.local.command.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Shows the REST API's times to people, and reads the times people type.
 *
 * @param zone of the times shown and typed
 */
public record TimeFormat(ZoneId zone) {

  private static final String MINUTES = "yyyy-MM-dd HH:mm";

  /** The machine's time zone. */
  public static TimeFormat local() {
    return new TimeFormat(ZoneId.systemDefault());
  }

  public static TimeFormat utc() {
    return new TimeFormat(ZoneOffset.UTC);
  }

  /** To the minute; UTC is marked with a Z. */
  public String text(JsonNode time) {
    String text = FigureFormat.text(time);
    try {
      return formatter(zone.equals(ZoneOffset.UTC) ? MINUTES + "'Z'" : MINUTES)
          .format(Instant.parse(text).atZone(zone));
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  /**
   * A day, a day and a time as {@link #text} shows it, or an instant as the REST API writes it.
   *
   * @throws CommandFailure for any other text
   */
  public Instant parse(String text) {
    try {
      if (text.contains("T")) {
        return Instant.parse(text);
      }
      if (text.contains(" ")) {
        ZoneId meant = text.endsWith("Z") ? ZoneOffset.UTC : zone;
        String bare = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        return LocalDateTime.parse(bare, formatter(MINUTES)).atZone(meant).toInstant();
      }
      return LocalDate.parse(text).atStartOfDay(zone).toInstant();
    } catch (DateTimeParseException e) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "'%s' is not a time: expected 2026-07-22, '2026-07-22 10:00' or 2026-07-22T10:00:00Z"
              .formatted(text));
    }
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
