package dev.smartspawn.worker.answer;

import java.util.List;
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

  private TemplateMarks() {}

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
