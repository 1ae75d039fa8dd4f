package dev.smartspawn.query.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.task.TaskFacets.Size;
import dev.smartspawn.schema.enriched.Category;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskClassifierTest {
  private static final long SEED = 20260301;
  private static final int LONGEST_TASK_CHARS = 8_000;

  private final TaskClassifier classifier = TaskClassifier.standard();

  @Test
  void saysWhatDecidedInTheOrderOfTheText() {
    TaskClass read =
        classifier.classify("Refactor the parser, then add unit tests for the parser.");

    assertThat(read.category()).isEqualTo(Category.CODING);
    assertThat(read.matched()).contains("refactor").doesNotHaveDuplicates();
    assertThat(read.matched().get(0)).isEqualTo("refactor");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GENERAL")
  void aCategorysOwnNameIsThatCategory(Category category) {
    assertThat(classifier.classify(category.id()).category()).isEqualTo(category);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t",
        "🙂🙂",
        "?!",
        "-- … --",
        "aaaaaaa",
        "AAAaaaaaaaaaaaaaaaaaaa!!!",
        "aaa aaa aaa",
        "xxxxxxxx",
        "jjjj kkkk llll",
        "ééééé",
        "ааааааа",
        "x",
        "Q",
        "qwerty",
        "xyz",
        "ABC",
        "asdf jkl"
      })
  void whatHasNoWordsIsGeneralWithoutConfidence(String task) {
    assertThat(classifier.classify(task))
        .isEqualTo(
            new TaskClass(
                Category.GENERAL,
                0,
                List.of(),
                new TaskFacets(null, null, null, null, false, false, Size.SHORT)));
  }

  @Test
  void randomLettersAreClassifiedWithoutConfidence() {
    Random random = new Random(SEED);
    int confident = 0;
    for (int i = 0; i < 300; i++) {
      double confidence = classifier.classify(randomLetters(random)).confidence();
      assertThat(confidence).isLessThan(0.8);
      confident += confidence >= 0.5 ? 1 : 0;
    }

    // A single random word may happen to begin like a real one.
    assertThat(confident).isLessThanOrEqualTo(6);
  }

  private static String randomLetters(Random random) {
    StringBuilder text = new StringBuilder();
    for (int words = 1 + random.nextInt(8); words > 0; words--) {
      for (int letters = 5 + random.nextInt(8); letters > 0; letters--) {
        text.append((char) ('a' + random.nextInt(26)));
      }
      text.append(' ');
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sdkfjhskdjfh",
        "jskdl fjsk lfjsdk lfjsl kdfjslk",
        "qwertz uiop",
        "fghj dfgh rtzu vbnm",
        "zxcvbnm,./",
        "lkjhgfdsa poiuytrewq",
        "hahahahahaha",
        "asdasdasd",
        "lololololol",
        "aaaa sdf aaaaaa",
        "zzzzzzy"
      })
  void keysPressedAtRandomAreClassifiedWithoutConfidence(String task) {
    assertThat(classifier.classify(task).confidence()).isLessThan(0.5);
  }

  @Test
  void theSubjectOfTheWorkIsNotTheWork() {
    TaskClass read =
        classifier.classify(
            "Write a story about a developer who debugs a race condition in a compiler");

    assertThat(read.category()).isEqualTo(Category.CREATIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "reasoning, Name three primes.",
    "reasoning, Name two perfect squares.",
    "reasoning, Is 87 prime?",
    "creative, Name my new puppy.",
    "coding, rename a branch in git"
  })
  void shortCommandsAreClassifiedByWhatIsAsked(String category, String task) {
    assertThat(classifier.classify(task).category().id()).isEqualTo(category);
  }

  @Test
  void materialOfALongTextDoesNotOutvoteTheInstruction() {
    String material = "The parser had a bug. We wrote a unit test and a commit.\n".repeat(100);

    assertThat(
            classifier.classify("Write a haiku on the following text.\n\n" + material).category())
        .isEqualTo(Category.CREATIVE);
    assertThat(classifier.classify(material + "\nWrite a haiku on the text above.").category())
        .isEqualTo(Category.CREATIVE);
  }

  @Test
  void aSystemPromptDoesNotDecide() {
    TaskClass read =
        classifier.classify(
            "You are an expert programmer with the tools edit, run, test, grep and deploy.\n"
                + "User: write a bedtime story about a snail for my daughter");

    assertThat(read.category()).isEqualTo(Category.CREATIVE);
  }

  @Test
  void theInstructionAfterLongCodeIsFound() {
    String code =
        "int total(int[] xs) {\n  int s = 0;\n  for (int x : xs) s += x;\n  return s;\n}\n";

    TaskClass read = classifier.classify(code.repeat(100) + "\nWrite unit tests for this.");

    assertThat(read.category()).isEqualTo(Category.CODING);
    assertThat(read.confidence()).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Where can I buy good bread near the station?",
    "de, Wo kann ich in der Nähe des Bahnhofs gutes Brot kaufen?",
    "fr, Où est-ce que je peux acheter du bon pain près de la gare ?",
    "es, ¿Dónde puedo comprar buen pan cerca de la estación?",
    "pt, Onde posso comprar um bom pão perto da estação?",
    "zh, 车站附近哪里可以买到好吃的面包？",
    "ja, 駅の近くでおいしいパンはどこで買えますか？",
    "ko, 역 근처에서 맛있는 빵을 어디서 살 수 있나요?",
    "ru, Где можно купить хороший хлеб рядом с вокзалом?"
  })
  void saysTheLanguageOfThePrompt(String language, String task) {
    assertThat(classifier.classify(task).facets().language()).isEqualTo(language);
  }

  @Test
  void saysTheStackAndTheJob() {
    TaskFacets facets =
        classifier.classify("Write a Python script that renames all files in a folder").facets();

    assertThat(facets.stack()).isEqualTo("python");
    assertThat(facets.job()).isEqualTo("write");
    assertThat(facets.vision()).isFalse();
  }

  @Test
  void anyTextIsReadTheSameWayTwiceAndWithinBounds() {
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      String task = anyText(random);
      TaskClass read = classifier.classify(task);

      assertThat(read).isEqualTo(classifier.classify(task));
      assertThat(read.confidence()).isBetween(0.0, 1.0);
      assertThat(read.matched()).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a.", "\"", "```", "a(", "\uD83D", "\uDE42", "\n", "x=1;", "$", "<a", "-1,"})
  void aMillionCharactersAreReadAsWell(String piece) {
    String task = piece.repeat(1_000_000 / piece.length());

    assertThat(classifier.classify(task).facets().size()).isEqualTo(Size.LONG);
  }

  /** Any UTF-16 units, lone surrogates too, with pieces of known tasks between them. */
  private static String anyText(Random random) {
    List<LabelledTask> tasks = LabelledTasks.first();
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
