package dev.smartspawn.query.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.task.HeldOutKinds.Answer;
import dev.smartspawn.query.task.linear.LinearModels;
import dev.smartspawn.query.task.linear.SparseVector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the trained model to the labelled tasks and to the code that reads features. Run with
 * {@code -Dschemas.write=true} to train and write it again after a change of either.
 */
class TaskModelTest {

  private static final Path MODEL =
      Path.of("src/main/resources/dev/smartspawn/query/task", TaskClassifier.MODEL);
  private static final int LARGEST_MODEL_BYTES = 2_000_000;

  private static Map<LabelledTask, SparseVector> tasks;

  @BeforeAll
  static void readTasks() {
    tasks = TaskModelTraining.read(LabelledTasks.all());
  }

  @Test
  void trainingAgainGivesTheSameModel() throws IOException {
    byte[] trained = TaskModelTraining.train(tasks).toBytes();
    if (Boolean.getBoolean("schemas.write")) {
      Files.createDirectories(MODEL.getParent());
      Files.write(MODEL, trained);
    }

    assertThat(trained).hasSizeLessThan(LARGEST_MODEL_BYTES);
    assertThat(trained).as("run with -Dschemas.write=true").isEqualTo(packedAgain());
  }

  /** Another version of the compression library may give other bytes for the same model. */
  private static byte[] packedAgain() throws IOException {
    try (InputStream resource = Files.newInputStream(MODEL)) {
      return LinearModels.read(resource).toBytes();
    }
  }

  @Test
  void threeOfFourTasksOfAnUnknownKindAreClassifiedRight() {
    List<Answer> answers = HeldOutKinds.answers(tasks);
    for (String category :
        Set.of("coding", "reasoning", "creative", "vision", "research", "general", "fast-cheap")) {
      print("unknown kind, " + category, answers, a -> a.task().category().id().equals(category));
    }
    print("unknown kind, English", answers, answer -> answer.task().language().equals("en"));
    print("unknown kind, other", answers, answer -> !answer.task().language().equals("en"));
    for (int tenth = 0; tenth < 10; tenth++) {
      int from = tenth;
      print(
          "unknown kind, confidence 0." + tenth,
          answers,
          a -> (int) Math.min(9, a.confidence() * 10) == from);
    }

    assertThat(print("unknown kind", answers, answer -> true)).isGreaterThan(0.75);
    assertThat(
            print("unknown kind, confidence of 0.8 or more", answers, a -> a.confidence() >= 0.8))
        .isGreaterThan(0.9);
  }

  private static double print(String name, List<Answer> answers, Predicate<Answer> selected) {
    List<Answer> some = answers.stream().filter(selected).toList();
    long right = some.stream().filter(Answer::isRight).count();
    return new Accuracy(name, right, some.size()).print().value();
  }

  @Test
  void noTaskIsThereTwice() {
    Set<String> seen = new HashSet<>();
    for (LabelledTask task : LabelledTasks.all()) {
      String text = task.text().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
      assertThat(text.isEmpty() || seen.add(text)).as(text).isTrue();
    }
  }
}
