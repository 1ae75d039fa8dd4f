package dev.smartspawn.query.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskVocabularyTest {
  @Test
  void theLongestTermAtAWordIsRead() {
    TaskVocabulary vocabulary =
        TaskVocabulary.parse("coding 1: class\nignored: class action, class action suit filed");

    assertThat(read(vocabulary, "Class action suit; class!"))
        .containsExactly("class action", "class");
  }

  @Test
  void aPhraseIsReadAcrossAnyPunctuation() {
    TaskVocabulary vocabulary = TaskVocabulary.parse("reasoning 2: step by step");

    assertThat(read(vocabulary, "Step-by-step, step\n by … step"))
        .containsExactly("step by step", "step by step");
  }

  @Test
  void signsOfANameAreReadAndOthersAreNot() {
    TaskVocabulary vocabulary = TaskVocabulary.parse("coding 2: c++, c#, poem");

    assertThat(read(vocabulary, "(C++), c#. poem+ c c+ c++x")).containsExactly("c++", "c#", "poem");
  }

  @ParameterizedTest
  @CsvSource({
    "poem, poems",
    "story, stories",
    "debug, debugging",
    "debug, debugged",
    "refactor, refactored",
    "write a class, write a classes",
    "merge, merging",
    "fix, fixes",
    "essay, essays"
  })
  void aTermStandsForItsRegularInflections(String term, String inflected) {
    assertThat(read(TaskVocabulary.parse("coding 2: " + term), inflected)).containsExactly(term);
  }

  @Test
  void aTermGoesBeforeAnothersInflection() {
    TaskVocabulary vocabulary = TaskVocabulary.parse("reasoning 2: meet\ngeneral 2: meeting");

    assertThat(read(vocabulary, "meeting")).containsExactly("meeting");
  }

  @Test
  void aTermMayNotStandTwice() {
    assertThatThrownBy(() -> TaskVocabulary.parse("coding 2: code\nvision 1: Code"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'code' stands twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coding",
        "coding: bug",
        "coding 4: bug",
        "cooking 2: bug",
        "coding 2:",
        "vote: bug"
      })
  void anUnreadableLineIsNamed(String line) {
    assertThatThrownBy(() -> TaskVocabulary.parse(line))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> read(TaskVocabulary vocabulary, String text) {
    List<String> texts = new ArrayList<>();
    TermTree.Reader reader = vocabulary.read(text);
    for (Term term = reader.next(); term != null; term = reader.next()) {
      texts.add(term.text());
    }
    return texts;
  }
}
