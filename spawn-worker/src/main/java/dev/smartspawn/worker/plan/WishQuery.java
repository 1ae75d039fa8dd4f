package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A wish as query parameters. */
final class WishQuery {

  /** The beginning of a text says what kind of task it is; addresses must stay short. */
  static final int MAX_TASK_LENGTH = 2000;

  static final int MAX_CONTEXT_LENGTH = 1000;

  private WishQuery() {}

  static String of(Wish wish) {
    List<String> parameters = new ArrayList<>();
    parameters.add(
        parameter(
            "task",
            wish.category() == null ? plain(wish.task(), MAX_TASK_LENGTH) : wish.category().id()));
    parameters.add(parameter("budget", wish.budget().id()));
    if (wish.category() == null && wish.context() != null) {
      parameters.add(parameter("context", plain(wish.context(), MAX_CONTEXT_LENGTH)));
    }
    if (!wish.require().isEmpty()) {
      parameters.add(parameter("require", String.join(",", wish.require())));
    }
    if (wish.minContext() > 0) {
      parameters.add(parameter("minContext", Integer.toString(wish.minContext())));
    }
    if (!wish.exclude().isEmpty()) {
      parameters.add(
          parameter(
              "exclude",
              wish.exclude().stream().map(CanonicalId::value).collect(Collectors.joining(","))));
    }
    return String.join("&", parameters);
  }

  /** On one line and short; a surrogate pair is never torn. */
  private static String plain(String text, int maxLength) {
    String line = text.replaceAll("\\p{Cc}+", " ").strip();
    int end = Math.min(line.length(), maxLength);
    if (end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end);
  }

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
