package dev.smartspawn.worker.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Splits the thinking that some servers leave in front of the text, as their model wrote it.
 *
 * @param thinking without its tags; empty for none
 * @param text what the model says
 */
public record ThinkingBlock(String thinking, String text) {

  /** What begins thinking, and what ends it. */
  private record Marks(String opening, String closing) {
    static Marks tag(String name) {
      return new Marks("<" + name + ">", "</" + name + ">");
    }
  }

  /** Whose closing mark, without the opening one, is the end of thinking and nothing else. */
  private static final List<Marks> OPENED_BY_TEMPLATES =
      List.of(
          Marks.tag("think"),
          Marks.tag("thinking"),
          Marks.tag("thought"),
          Marks.tag("reasoning"),
          Marks.tag("seed:think"),
          Marks.tag("mm:think"),
          new Marks("[think]", "[/think]"),
          new Marks("\u25c1think\u25b7", "\u25c1/think\u25b7"),
          new Marks("<|start_thinking|>", "<|end_thinking|>"));

  private static final List<Marks> MARKS =
      Stream.concat(
              OPENED_BY_TEMPLATES.stream(),
              Stream.of(
                  new Marks("<|begin_of_thought|>", "<|end_of_thought|>"),
                  new Marks("<|channel>thought", "<channel|>"),
                  new Marks("<|channel|>analysis<|message|>", "<|end|>"),
                  new Marks("<|channel|>commentary<|message|>", "<|end|>")))
          .toList();

  private static final List<Marks> ANSWERS =
      List.of(Marks.tag("answer"), Marks.tag("final"), Marks.tag("response"));

  /** A template of channels of which a server has dropped the marks, but not their names. */
  private static final Pattern BARE_CHANNELS =
      Pattern.compile("analysis(?!\\s)(.*?)assistantfinal(.*)", Pattern.DOTALL);

  /** Only a leading block is thinking: a later one may be what was asked for. */
  public static ThinkingBlock split(String content) {
    String rest = TemplateMarks.withoutLeading(content.stripLeading());
    StringBuilder thinking = new StringBuilder();
    for (Optional<Marks> next = opening(rest); next.isPresent(); next = opening(rest)) {
      Marks marks = next.get();
      int end = indexOfIgnoringCase(rest, marks.closing());
      if (end < 0) {
        return new ThinkingBlock(thinking + rest.substring(marks.opening().length()).strip(), "");
      }
      thinking.append(rest, marks.opening().length(), end);
      rest = rest.substring(end + marks.closing().length()).stripLeading();
      rest = TemplateMarks.withoutLeading(rest);
    }
    Matcher channels = BARE_CHANNELS.matcher(rest);
    if (thinking.isEmpty() && channels.matches()) {
      return new ThinkingBlock(channels.group(1).strip(), channels.group(2).stripLeading());
    }
    return thinking.isEmpty()
        ? withoutOpening(TemplateMarks.strip(content))
        : new ThinkingBlock(
            thinking.toString().strip(), unwrapped(TemplateMarks.withoutTrailing(rest)));
  }

  /** Some chat templates write the opening tag themselves; the model then only closes it. */
  private static ThinkingBlock withoutOpening(String content) {
    for (Marks marks : OPENED_BY_TEMPLATES) {
      int end = indexOfIgnoringCase(content, marks.closing());
      if (end >= 0 && indexOfIgnoringCase(content, marks.opening()) < 0) {
        return new ThinkingBlock(
            content.substring(0, end).strip(),
            content.substring(end + marks.closing().length()).stripLeading());
      }
    }
    return new ThinkingBlock("", content);
  }

  /** Models that are taught to mark their thinking mark their answer too. */
  private static String unwrapped(String text) {
    String answer = text.strip();
    return ANSWERS.stream()
        .filter(marks -> answer.startsWith(marks.opening()) && answer.endsWith(marks.closing()))
        .findFirst()
        .map(
            marks ->
                answer.substring(
                    marks.opening().length(), answer.length() - marks.closing().length()))
        .orElse(text);
  }

  private static Optional<Marks> opening(String text) {
    return MARKS.stream()
        .filter(marks -> text.regionMatches(true, 0, marks.opening(), 0, marks.opening().length()))
        .findFirst();
  }

  private static int indexOfIgnoringCase(String text, String part) {
    // Not by way of a lower-case copy: some letters change their length in it.
    for (int at = 0; at <= text.length() - part.length(); at++) {
      if (text.regionMatches(true, at, part, 0, part.length())) {
        return at;
      }
    }
    return -1;
  }
}
