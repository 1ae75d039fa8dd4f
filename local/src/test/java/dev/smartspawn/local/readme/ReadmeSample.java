package dev.smartspawn.local.readme;

import dev.smartspawn.local.ProjectFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command that a document shows, with its output where it shows one.
 *
 * @param document its path from the project's folder
 * @param line of the command, counted from 1
 * @param output empty for a command of a {@code bash} block, which shows none
 */
record ReadmeSample(String document, int line, String command, Optional<List<String>> output) {

  private static final String FENCE = "```";
  private static final String PROMPT = "$ ";

  ReadmeSample {
    output = output.map(List::copyOf);
  }

  /**
   * Every line of a {@code bash} block is a command. In a {@code console} block a command follows
   * the prompt, and its output follows the command.
   */
  static List<ReadmeSample> in(String document) {
    List<ReadmeSample> samples = new ArrayList<>();
    List<String> lines = ProjectFiles.read(document).lines().toList();
    String language = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(FENCE)) {
        language = line.substring(FENCE.length());
      } else if (language.equals("bash") && !line.isBlank()) {
        samples.add(new ReadmeSample(document, i + 1, line, Optional.empty()));
      } else if (language.equals("console") && line.startsWith(PROMPT)) {
        List<String> output = outputAfter(lines, i);
        samples.add(
            new ReadmeSample(
                document, i + 1, line.substring(PROMPT.length()), Optional.of(output)));
      }
    }
    return samples;
  }

  /** The content of the first block in {@code language}. */
  static String block(String document, String language) {
    return blocks(document, language).get(0);
  }

  /** The content of each block in {@code language}. */
  static List<String> blocks(String document, String language) {
    String markdown = ProjectFiles.read(document);
    String opening = "\n" + FENCE + language + "\n";
    List<String> blocks = new ArrayList<>();
    for (int at = markdown.indexOf(opening); at >= 0; at = markdown.indexOf(opening, at + 1)) {
      int begin = at + opening.length();
      blocks.add(markdown.substring(begin, markdown.indexOf("\n" + FENCE, begin)));
    }
    return blocks;
  }

  private static List<String> outputAfter(List<String> lines, int command) {
    return lines.subList(command + 1, lines.size()).stream()
        .takeWhile(line -> !line.startsWith(FENCE) && !line.startsWith(PROMPT))
        .filter(line -> !line.isBlank())
        .toList();
  }

  @Override
  public String toString() {
    return "%s:%d %s".formatted(document, line, command);
  }
}
