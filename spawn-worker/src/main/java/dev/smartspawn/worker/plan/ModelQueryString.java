package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.question.Capability;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A model query as URL parameters. */
final class ModelQueryString {

  /** The start of a text is enough to classify a task, and addresses must stay short. */
  static final int MAX_TASK_LENGTH = 2000;

  static final int MAX_CONTEXT_LENGTH = 1000;

  private ModelQueryString() {}

  static String of(ModelQuery query) {
    List<String> parameters = new ArrayList<>();
    parameters.add(
        parameter(
            "task",
            query.category() == null
                ? plain(query.task(), MAX_TASK_LENGTH)
                : query.category().id()));
    parameters.add(parameter("budget", query.budget().id()));
    if (query.category() == null && query.context() != null) {
      parameters.add(parameter("context", plain(query.context(), MAX_CONTEXT_LENGTH)));
    }
    if (!query.require().isEmpty()) {
      parameters.add(
          parameter(
              "require",
              query.require().stream().map(Capability::id).collect(Collectors.joining(","))));
    }
    if (query.minContext() > 0) {
      parameters.add(parameter("minContext", Integer.toString(query.minContext())));
    }
    if (!query.exclude().isEmpty()) {
      parameters.add(
          parameter(
              "exclude",
              query.exclude().stream().map(CanonicalId::value).collect(Collectors.joining(","))));
    }
    return String.join("&", parameters);
  }

  /** Puts the text on one line and shortens it without splitting a surrogate pair. */
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
