package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.question.Capability;
import dev.smartspawn.schema.question.ModelParameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A model query as URL parameters. */
final class ModelQueryString {

  /**
   * The two ends of a text are enough to classify a task, since the instruction stands before or
   * after long material, and addresses must stay short.
   */
  static final int MAX_TASK_LENGTH = 2000;

  static final int MAX_CONTEXT_LENGTH = 1000;

  /** Of a text that is too long, so much of the end is kept. */
  private static final int SHARE_OF_THE_END = 3;

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
    if (!query.parameters().isEmpty()) {
      parameters.add(
          parameter(
              "parameters",
              query.parameters().stream()
                  .sorted()
                  .map(ModelParameter::id)
                  .collect(Collectors.joining(","))));
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

  /** Keeps line ends, which separate instruction from material, and both ends of a long text. */
  private static String plain(String text, int maxLength) {
    String plain = text.replaceAll("[\\p{Cc}&&[^\n\t]]+", " ").strip();
    if (plain.length() <= maxLength) {
      return plain;
    }
    int ending = maxLength / SHARE_OF_THE_END;
    return opening(plain, maxLength - ending - 1) + "\n" + ending(plain, ending);
  }

  private static String opening(String text, int length) {
    boolean splits = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splits ? length - 1 : length);
  }

  private static String ending(String text, int length) {
    int start = text.length() - length;
    return text.substring(Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start);
  }

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
