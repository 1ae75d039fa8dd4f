package dev.smartspawn.worker.answer;

import dev.smartspawn.schema.http.RetryAfter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a provider asks to wait: {@code Retry-After} (RFC 9110) or {@code retry-after-ms}. */
final class RetryDelay {

  /** Longer waits are all the same: nobody waits for them. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final int MOST_CHARS = 20_000;
  private static final Pattern WAIT =
      Pattern.compile(
          "(?i)(?<!\\w)(?:again|retry|wait|reset)(?!\\w).{0,12}?(?<!\\w)(?:in|after|for)(?!\\w).{0,12}?"
              + "(?:(\\d{1,4})m)?(\\d{1,6}(?:\\.\\d{1,12})?) ?(ms|milliseconds?|s|sec|seconds?)(?!\\w)");
  private static final Pattern FIELD =
      Pattern.compile(
          "\"(retry_?after(?:_seconds|_ms)?|retryDelay|estimated_time)\"\\s*:\\s*\"?(\\d{1,9}(?:\\.\\d{1,12})?)s?\"?",
          Pattern.CASE_INSENSITIVE);

  private RetryDelay() {}

  static Optional<Duration> of(ProviderResponse response, Clock clock) {
    return response
        .header("retry-after-ms")
        .flatMap(value -> seconds(value, 1000))
        .or(() -> response.header("retry-after").flatMap(value -> delay(value, clock)));
  }

  /** As an error's words or fields say it, where no header does. */
  static Optional<Duration> inBody(String message, String body) {
    return inWords(message)
        .or(() -> inFields(body.substring(0, Math.min(body.length(), MOST_CHARS))));
  }

  private static Optional<Duration> inWords(String message) {
    Matcher wait = WAIT.matcher(message);
    if (!wait.find()) {
      return Optional.empty();
    }
    int perSecond = wait.group(3).startsWith("ms") || wait.group(3).startsWith("mil") ? 1000 : 1;
    Duration minutes =
        wait.group(1) == null ? Duration.ZERO : Duration.ofMinutes(Long.parseLong(wait.group(1)));
    return seconds(wait.group(2), perSecond).map(minutes::plus);
  }

  private static Optional<Duration> inFields(String body) {
    Matcher field = FIELD.matcher(body);
    return field.find()
        ? seconds(field.group(2), field.group(1).endsWith("ms") ? 1000 : 1)
        : Optional.empty();
  }

  private static Optional<Duration> delay(String value, Clock clock) {
    return seconds(value, 1)
        .or(
            () ->
                RetryAfter.parse(value, clock)
                    .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
  }

  private static Optional<Duration> seconds(String value, int perSecond) {
    try {
      double seconds = Double.parseDouble(value.strip()) / perSecond;
      if (!Double.isFinite(seconds) || seconds < 0) {
        return Optional.empty();
      }
      double capped = Math.min(seconds, (double) LONGEST.toSeconds());
      return Optional.of(Duration.ofMillis((long) Math.ceil(capped * 1000)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
