package dev.smartspawn.worker.answer;

import java.util.List;
import java.util.Locale;
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

  /** Models are taught these, too, but a task may ask for them. */
  private static final List<String> TAUGHT =
      List.of(
          "reflection",
          "scratchpad",
          "reasoning_scratchpad",
          "thoughts",
          "inner_thoughts",
          "inner_monologue");

  private static final List<String> ANSWERS =
      List.of("answer", "final", "final_answer", "response", "output");

  /** A template of channels of which a server has dropped the marks, but not their names. */
  private static final Pattern BARE_CHANNELS =
      Pattern.compile("analysis(?!\\s)(.*?)assistantfinal(.*)", Pattern.DOTALL);

  /** Splits an answer to a prompt that asks for no tags. */
  public static ThinkingBlock split(String content) {
    return split(content, "");
  }

  /**
   * Only a leading block is thinking: a later one may be what was asked for.
   *
   * @param prompt tells which tags the answer is to have
   */
  public static ThinkingBlock split(String content, String prompt) {
    ThinkingBlock block = split(content, marks(content, prompt));
    return new ThinkingBlock(block.thinking(), unwrapped(block.text(), prompt));
  }

  private static List<Marks> marks(String content, String prompt) {
    return Stream.concat(
            MARKS.stream(),
            TAUGHT.stream()
                .filter(name -> !asksFor(prompt, name))
                .map(Marks::tag)
                .filter(marks -> isFollowed(content, marks.closing())))
        .toList();
  }

  /** A block that nothing follows is the answer. */
  private static boolean isFollowed(String content, String closing) {
    int end = indexOfIgnoringCase(content, closing);
    return end >= 0 && !content.substring(end + closing.length()).isBlank();
  }

  private static boolean asksFor(String prompt, String name) {
    String words = prompt.toLowerCase(Locale.ROOT);
    boolean asksForTags = words.contains("xml") || words.contains("html") || words.contains("tag");
    return words.contains("<" + name) || (asksForTags && words.contains(name));
  }

  private static ThinkingBlock split(String content, List<Marks> all) {
    String rest = TemplateMarks.withoutLeading(content.stripLeading());
    StringBuilder thinking = new StringBuilder();
    for (Optional<Marks> next = opening(rest, all); next.isPresent(); next = opening(rest, all)) {
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
        : new ThinkingBlock(thinking.toString().strip(), TemplateMarks.withoutTrailing(rest));
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
  private static String unwrapped(String text, String prompt) {
    String answer = text.strip();
    return ANSWERS.stream()
        .filter(name -> !asksFor(prompt, name))
        .map(Marks::tag)
        .filter(marks -> answer.startsWith(marks.opening()))
        .filter(
            marks -> answer.indexOf(marks.closing()) == answer.length() - marks.closing().length())
        .findFirst()
        .map(
            marks ->
                answer.substring(
                    marks.opening().length(), answer.length() - marks.closing().length()))
        .orElse(text);
  }

  private static Optional<Marks> opening(String text, List<Marks> all) {
    return all.stream()
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
