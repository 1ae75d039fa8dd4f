package dev.smartspawn.local.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** 64 questions to GET /pick: sixteen tasks, named and in free text, at four budgets. */
final class Questions {

  private static final List<String> TASKS =
      List.of(
          "coding",
          "reasoning",
          "creative",
          "research",
          "general",
          "fix a race condition in a connection pool",
          "prove that the sum of two odd numbers is even",
          "write a sonnet about the sea",
          "summarise forty papers on battery chemistry",
          "translate this letter to Portuguese",
          "refactor a Python module and add unit tests",
          "plan a three day trip to Kyoto",
          "explain what this stack trace means",
          "describe what is in this photo",
          "classify ten thousand short reviews cheaply",
          "find the flaw in this argument");

  private static final List<String> BUDGETS = List.of("low", "medium", "high", "any");

  private static final int CHARACTERS = 60;

  private Questions() {}

  /** The path and query of each question. */
  static List<String> all() {
    return TASKS.stream().flatMap(Questions::atEveryBudget).toList();
  }

  /**
   * Different questions in free text of 60 characters. Their words come from the tasks above, in an
   * order that no task has.
   *
   * @param round another one gives other questions
   */
  static List<String> neverAsked(int round, int count) {
    List<String> words =
        TASKS.stream().flatMap(task -> Stream.of(task.split(" "))).distinct().toList();
    Random random = new Random(round);
    List<String> questions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder().append(round).append(' ').append(i);
      while (text.length() < CHARACTERS) {
        text.append(' ').append(words.get(random.nextInt(words.size())));
      }
      text.setLength(CHARACTERS);
      questions.add(
          "/pick?task=" + URLEncoder.encode(text.toString().strip(), StandardCharsets.UTF_8));
    }
    return questions;
  }

  private static Stream<String> atEveryBudget(String task) {
    String encoded = URLEncoder.encode(task, StandardCharsets.UTF_8);
    return BUDGETS.stream().map(budget -> "/pick?task=%s&budget=%s".formatted(encoded, budget));
  }
}
