package dev.smartspawn.worker.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes off the marks of a model's template that a server leaves around a text. */
final class TemplateMarks {

  private static final String STRUCK_OUT = "</s>";

  private static final List<String> LEADING =
      List.of(
          "<|start|>assistant",
          "<|channel|>final<|message|>",
          "<|START_RESPONSE|>",
          "<|begin_of_solution|>",
          "<|im_start|>assistant",
          "<|start_header_id|>assistant<|end_header_id|>");

  private static final List<String> TRAILING =
      List.of(
          "<|return|>",
          "<|end|>",
          "<|END_RESPONSE|>",
          "<|end_of_solution|>",
          "<|im_end|>",
          STRUCK_OUT,
          "<|eot_id|>",
          "<|eom_id|>",
          "<|endoftext|>",
          "<|END_OF_TURN_TOKEN|>",
          "<end_of_turn>",
          "<\uff5cend\u2581of\u2581sentence\uff5c>");

  /** What begins a call of a tool, and what ends it; empty where the text's end does. */
  private static final Map<String, String> CALLS =
      Map.ofEntries(
          Map.entry("<tool_call>", "</tool_call>"),
          Map.entry("<tool_calls>", "</tool_calls>"),
          Map.entry("<|tool_call>", "<tool_call|>"),
          Map.entry("<|tool_call|>", ""),
          Map.entry("<function_call>", "</function_call>"),
          Map.entry("<function_calls>", "</function_calls>"),
          Map.entry("<minimax:tool_call>", "</minimax:tool_call>"),
          Map.entry("<|tool_calls_section_begin|>", "<|tool_calls_section_end|>"),
          Map.entry(
              "<\uff5ctool\u2581calls\u2581begin\uff5c>", "<\uff5ctool\u2581calls\u2581end\uff5c>"),
          Map.entry("[TOOL_CALLS]", ""),
          Map.entry("<|python_tag|>", ""));

  private TemplateMarks() {}

  /**
   * Whether the text is nothing but calls of tools. Nobody has offered a tool, so it is not an
   * answer.
   *
   * @param prompt a task about such calls names their marks
   */
  static boolean isCall(String text, String prompt) {
    String rest = text.strip();
    for (Optional<String> mark = call(rest); mark.isPresent(); mark = call(rest)) {
      String closing = CALLS.getOrDefault(mark.get(), "");
      int end = closing.isEmpty() ? -1 : rest.indexOf(closing);
      rest = end < 0 ? "" : rest.substring(end + closing.length()).strip();
    }
    return rest.isEmpty() && CALLS.keySet().stream().noneMatch(prompt::contains);
  }

  private static Optional<String> call(String text) {
    return CALLS.keySet().stream().filter(text::startsWith).findFirst();
  }

  /** The text itself where there is nothing to take off. */
  static String strip(String text) {
    return withoutTrailing(withoutLeading(text));
  }

  static String withoutLeading(String text) {
    String rest = text;
    for (Optional<String> mark = leading(rest); mark.isPresent(); mark = leading(rest)) {
      rest = rest.stripLeading().substring(mark.get().length()).stripLeading();
    }
    return rest;
  }

  static String withoutTrailing(String text) {
    String rest = text;
    for (Optional<String> mark = trailing(rest); mark.isPresent(); mark = trailing(rest)) {
      String stripped = rest.stripTrailing();
      rest = stripped.substring(0, stripped.length() - mark.get().length());
    }
    return rest;
  }

  private static Optional<String> leading(String text) {
    String stripped = text.stripLeading();
    return LEADING.stream().filter(stripped::startsWith).findFirst();
  }

  /** A web page may strike something out at its end. */
  private static Optional<String> trailing(String text) {
    String stripped = text.stripTrailing();
    return TRAILING.stream()
        .filter(stripped::endsWith)
        .filter(mark -> !mark.equals(STRUCK_OUT) || !text.contains("<s>"))
        .findFirst();
  }
}
