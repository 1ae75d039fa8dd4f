package dev.smartspawn.query.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tasks that others wrote. They measure, and nothing is trained on them. */
class ForeignTasksTest {

  private static final Path FOREIGN =
      Path.of("..", "..", "shared", "tasks", "foreign.jsonl").toAbsolutePath().normalize();
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHARED_WORDS = 12;
  private static final int SHARED_CHARACTERS = 30;

  record ForeignTask(String set, Set<String> categories, String text) {}

  record Classified(ForeignTask task, TaskClass answer) {
    boolean isRight() {
      return task.categories().contains(answer.category().id());
    }
  }

  private static List<ForeignTask> tasks = List.of();

  @BeforeAll
  static void read() throws IOException {
    assumeTrue(Files.exists(FOREIGN), "skipped: there is no " + FOREIGN);
    ObjectMapper json = new ObjectMapper();
    tasks = new ArrayList<>();
    for (String line : Files.readAllLines(FOREIGN)) {
      JsonNode task = json.readTree(line);
      Set<String> categories = new HashSet<>();
      task.get("categories").forEach(category -> categories.add(category.asText()));
      tasks.add(new ForeignTask(task.get("set").asText(), categories, task.get("task").asText()));
    }
  }

  @Test
  void tasksOfOthersAreClassifiedRight() {
    TaskClassifier classifier = TaskClassifier.standard();
    List<Classified> answers =
        tasks.stream().map(task -> new Classified(task, classifier.classify(task.text()))).toList();

    double all = accuracy("foreign", answers, answer -> true);
    double english = accuracy("foreign, English", answers, answer -> !isOther(answer));
    double other = accuracy("foreign, other languages", answers, ForeignTasksTest::isOther);
    double sure =
        accuracy(
            "foreign, confidence of 0.8 or more",
            answers,
            answer -> answer.answer().confidence() >= 0.8);

    assertThat(all).isGreaterThanOrEqualTo(0.86);
    assertThat(english).isGreaterThanOrEqualTo(0.86);
    assertThat(other).isGreaterThanOrEqualTo(0.85);
    assertThat(sure).isGreaterThanOrEqualTo(0.92);
  }

  private static boolean isOther(Classified answer) {
    return answer.task().set().endsWith("-other");
  }

  private static double accuracy(
      String name, List<Classified> answers, Predicate<Classified> selected) {
    List<Classified> some = answers.stream().filter(selected).toList();
    long right = some.stream().filter(Classified::isRight).count();
    return new Accuracy(name, right, some.size()).print().value();
  }

  @Test
  void noneOfThemIsInTheTrainingData() {
    Set<String> foreign = new HashSet<>();
    for (ForeignTask task : tasks) {
      foreign.add(words(task.text()));
      foreign.addAll(pieces(task.text()));
    }

    for (LabelledTask task : LabelledTasks.all()) {
      assertThat(foreign).doesNotContain(words(task.text()));
      assertThat(pieces(task.text())).as(task.text()).noneMatch(foreign::contains);
    }
  }

  private static String words(String text) {
    return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** What two texts have in common only if one was copied: a dozen words or a long string. */
  private static Set<String> pieces(String text) {
    Set<String> pieces = new HashSet<>();
    String words = words(text);
    String[] each = words.split(" ");
    for (int i = 0; i + SHARED_WORDS <= each.length; i++) {
      pieces.add(String.join(" ", List.of(each).subList(i, i + SHARED_WORDS)));
    }
    if (each.length < SHARED_WORDS) {
      for (int i = 0; i + SHARED_CHARACTERS <= words.length(); i++) {
        pieces.add(words.substring(i, i + SHARED_CHARACTERS));
      }
    }
    return pieces;
  }
}
