package dev.smartspawn.local.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

  private Questions() {}

  /** The path and query of each question. */
  static List<String> all() {
    return TASKS.stream().flatMap(Questions::atEveryBudget).toList();
  }

  private static Stream<String> atEveryBudget(String task) {
    String encoded = URLEncoder.encode(task, StandardCharsets.UTF_8);
    return BUDGETS.stream().map(budget -> "/pick?task=%s&budget=%s".formatted(encoded, budget));
  }
}
