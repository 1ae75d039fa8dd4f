package dev.smartspawn.query.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.task.LabelledTasks.LabelledTask;
import dev.smartspawn.schema.enriched.Category;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskClassifierTest {
  private static final long SEED = 20260301;
  private static final int LONGEST_TASK_CHARS = 8_000;

  private final TaskClassifier classifier = TaskClassifier.standard();

  @Test
  void saysWhatMatchedInTheOrderItWasRead() {
    TaskClass read =
        classifier.classify("Refactor the parser, then add unit tests for the parser.");

    assertThat(read.category()).isEqualTo(Category.CODING);
    assertThat(read.matched()).containsExactly("refactor", "parser", "add", "unit test");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GENERAL")
  void aCategorysOwnNameIsThatCategory(Category category) {
    assertThat(classifier.classify(category.id()).category()).isEqualTo(category);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " \n\t", "🙂🙂", "asdf qwer", "Как дела?", "今日の天気はどうですか", "?!", "general"})
  void whatSaysNothingIsGeneralWithoutConfidence(String task) {
    assertThat(classifier.classify(task)).isEqualTo(new TaskClass(Category.GENERAL, 0, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "improve, approve and disapprove", // prove
        "a good cargo of mangoes", // go
        "classic classy outclassed", // class
        "decode the encoded postcode", // code
        "legit gitana", // git
        "pilgrimage, predrawings", // image, drawing
        "first class, world class, class action, class trip",
        "the prime minister on prime time",
        "aftermath polymath mathilda", // math
        "history restory clampoems" // story, poem
      })
  void partsOfWordsAndSetPhrasesAreNotRead(String task) {
    assertThat(classifier.classify(task).matched()).isEmpty();
  }

  @Test
  void oneHintIsNotEnough() {
    TaskClass read = classifier.classify("The error is mine");

    assertThat(read.category()).isEqualTo(Category.GENERAL);
    assertThat(read.matched()).isEmpty();
  }

  @Test
  void moreWordsOfOneCategoryRaiseConfidence() {
    double one = confidence("a poem");
    double two = confidence("a poem that rhymes: a sonnet");

    assertThat(two).isGreaterThan(one);
  }

  @Test
  void aNearTieLowersConfidence() {
    double clear = confidence("a unit test");
    double nearTie = confidence("a unit test, a poem");

    assertThat(nearTie).isLessThan(clear).isLessThan(0.5);
  }

  @Test
  void theSubjectOfTheWorkIsNotTheWork() {
    TaskClass read =
        classifier.classify(
            "Write a story about a developer who debugs a race condition in a compiler");

    assertThat(read.category()).isEqualTo(Category.CREATIVE);
  }

  @Test
  void theSubjectEndsWithItsSentence() {
    TaskClass read = classifier.classify("It is about time. Refactor main.py and commit.");

    assertThat(read.confidence()).isEqualTo(confidence("Refactor main.py and commit."));
  }

  @Test
  void materialOfALongTextDoesNotOutvoteTheInstruction() {
    String filler = "- ".repeat(200);
    String material =
        filler + "A bug, the parser, a unit test and a commit to the repo. ".repeat(100);

    assertThat(classifier.classify("Write a haiku on the following text. " + material).category())
        .isEqualTo(Category.CREATIVE);
    assertThat(classifier.classify(material + "\nWrite a haiku on this text.").category())
        .isEqualTo(Category.CREATIVE);
  }

  @Test
  void aRepeatedWordVotesOnce() {
    assertThat(confidence("poem poem poems")).isEqualTo(confidence("poem"));
  }

  @Test
  void caseDoesNotCount() {
    for (LabelledTask task : LabelledTasks.all()) {
      assertThat(classifier.classify(task.text().toUpperCase(Locale.ROOT)))
          .isEqualTo(classifier.classify(task.text()));
    }
  }

  @Test
  void surroundingPunctuationDoesNotCount() {
    for (LabelledTask task : LabelledTasks.all()) {
      assertThat(classifier.classify("«(" + task.text() + ")» …!"))
          .isEqualTo(classifier.classify(task.text()));
    }
  }

  @Test
  void anyTextIsReadTheSameWayTwiceAndWithinBounds() {
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      String task = anyText(random);
      TaskClass read = classifier.classify(task);

      assertThat(read).isEqualTo(classifier.classify(task));
      assertThat(read.confidence()).isGreaterThanOrEqualTo(0).isLessThan(1);
      assertThat(read.matched()).doesNotHaveDuplicates();
    }
  }

  private double confidence(String task) {
    return classifier.classify(task).confidence();
  }

  /** Any UTF-16 units, lone surrogates too, with pieces of known tasks between them. */
  private static String anyText(Random random) {
    List<LabelledTask> tasks = LabelledTasks.all();
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(LONGEST_TASK_CHARS);
    while (text.length() < length) {
      String piece = tasks.get(random.nextInt(tasks.size())).text();
      text.append(piece, 0, random.nextInt(piece.length() + 1));
      text.append((char) random.nextInt(Character.MAX_VALUE + 1));
    }
    return text.toString();
  }
}
