package dev.smartspawn.worker.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes a model's thinking out of its text. Servers without a reasoning parser leave it there, as a
 * leading block in tags.
 *
 * @param thinking without its tags; empty for none
 * @param text what the model says
 */
public record ThinkingBlock(String thinking, String text) {

  private static final List<String> TAGS =
      List.of("think", "thinking", "thought", "reasoning", "seed:think");

  /** Only a leading block is thinking: a later one may be what was asked for. */
  public static ThinkingBlock split(String content) {
    String rest = content.stripLeading();
    StringBuilder thinking = new StringBuilder();
    for (Optional<String> tag = openingTag(rest); tag.isPresent(); tag = openingTag(rest)) {
      String opening = "<" + tag.get() + ">";
      String closing = "</" + tag.get() + ">";
      int end = indexOfIgnoringCase(rest, closing);
      if (end < 0) {
        return new ThinkingBlock(thinking + rest.substring(opening.length()).strip(), "");
      }
      thinking.append(rest, opening.length(), end);
      rest = rest.substring(end + closing.length()).stripLeading();
    }
    return thinking.isEmpty()
        ? withoutOpening(content)
        : new ThinkingBlock(thinking.toString().strip(), rest);
  }

  /** Some chat templates write the opening tag themselves; the model then only closes it. */
  private static ThinkingBlock withoutOpening(String content) {
    int end = indexOfIgnoringCase(content, "</think>");
    return end < 0 || indexOfIgnoringCase(content, "<think>") >= 0
        ? new ThinkingBlock("", content)
        : new ThinkingBlock(
            content.substring(0, end).strip(),
            content.substring(end + "</think>".length()).stripLeading());
  }

  private static Optional<String> openingTag(String text) {
    return TAGS.stream()
        .filter(tag -> text.regionMatches(true, 0, "<" + tag + ">", 0, tag.length() + 2))
        .findFirst();
  }

  private static int indexOfIgnoringCase(String text, String part) {
    return text.toLowerCase(Locale.ROOT).indexOf(part);
  }
}
