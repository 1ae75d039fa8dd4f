package dev.smartspawn.ingest.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.reference.ModelOverride;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceFileTest {

  @TempDir Path folder;

  @Nested
  class Aliases {

    @Test
    void namesKeepTheFilesOrder() throws Exception {
      assertThat(aliases("maker/a: [Alpha, 'A 1']\n# a comment\nmaker/b:\n  - Beta\n"))
          .containsExactly(
              alias("Alpha", "maker/a"), alias("A 1", "maker/a"), alias("Beta", "maker/b"));
    }

    @Test
    void namesKeepTheirCase() throws Exception {
      assertThat(aliases("Maker/A: [alpha, Alpha]\n"))
          .containsExactly(alias("alpha", "maker/a"), alias("Alpha", "maker/a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing yet\n", "{}\n", "\uFEFF"})
    void fileMayBeEmpty(String text) throws Exception {
      assertThat(aliases(text)).isEmpty();
    }

    @Test
    void missingFileIsAllowed() throws Exception {
      assertThat(new ReferenceFile<>(folder.resolve("no.yaml"), new AliasFormat()).read())
          .isEmpty();
    }

    @Test
    void nameTwiceUnderOneModelIsHarmless() throws Exception {
      assertThat(aliases("maker/a: [Alpha, Alpha]\n")).hasSize(1);
    }

    @Test
    void nameUnderTwoModelsIsAMistake() {
      mistake(
          "maker/a: [Alpha]\n\nmaker/b:\n  - Beta\n  - Alpha\n",
          "aliases.yaml, line 5: 'Alpha' means maker/a on line 1 already: expected each name under"
              + " one model");
    }

    @Test
    void keyTwiceIsAMistake() {
      mistake(
          "maker/a: [Alpha]\nmaker/a: [Beta]\n",
          "aliases.yaml, line 2: 'maker/a' stands on line 1 already: expected each key once");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "maker/a: Alpha | the text 'Alpha': expected a list of names",
          "maker/a: {Alpha: 1} | a mapping: expected a list of names",
          "maker/a: | nothing: expected a list of names",
          "maker/a: [42] | the number '42': expected a name as text, in quotes if",
          "maker/a: [yes] | 'yes', which YAML reads as bool: expected a name",
          "maker/a: [''] | blank text: expected a name",
          "maker/a: [[Alpha]] | a list: expected a name",
          "alpha: [Alpha] | 'alpha' is not a model id: expected maker/model",
          "4: [Alpha] | the number '4': expected",
          "- maker/a | a list: expected a mapping of model ids to lists of names",
          "just text | the text 'just text': expected a mapping of model ids",
        })
    void wrongShapeIsAMistake(String line, String message) {
      mistake("# first line\n" + line + "\n", "aliases.yaml, line 2: " + message);
    }

    @Test
    void tabIsAMistake() {
      mistake("maker/a:\n\t- Alpha\n", "aliases.yaml, line 2: a tab: expected spaces");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maker/a: [Alpha\nmaker/b: [Beta]\n", "maker/a: [Alpha]\n  x: y\n"})
    void brokenYamlIsAMistake(String text) {
      assertThatThrownBy(() -> aliases(text)).hasMessageMatching("aliases.yaml, line [12]: .*");
    }

    @Test
    void bytesThatAreNotTextAreAMistake() throws IOException {
      Path file = folder.resolve("aliases.yaml");
      Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 'a'});

      assertThatThrownBy(() -> new ReferenceFile<>(file, new AliasFormat()).read())
          .hasMessage("aliases.yaml: its bytes are not UTF-8: expected UTF-8 text");
    }

    private void mistake(String text, String message) {
      assertThatThrownBy(() -> aliases(text))
          .isInstanceOf(ReferenceException.class)
          .hasMessageStartingWith(message);
    }

    private List<Alias> aliases(String text) throws ReferenceException, IOException {
      return new ReferenceFile<>(write("aliases.yaml", text), new AliasFormat())
          .read()
          .orElseThrow();
    }

    private static Alias alias(String name, String id) {
      return new Alias(name, CanonicalId.of(id));
    }
  }

  @Nested
  class Overrides {

    @Test
    void categoriesAndScoresAreRead() throws Exception {
      assertThat(
              overrides(
                  """
                  maker/a: {categories: [coding, fast-cheap], scores: {coding: 90, general: 71.5}}
                  maker/b:
                    scores: {vision: 0}
                  maker/c: {categories: []}
                  """))
          .containsExactly(
              new ModelOverride(
                  CanonicalId.of("maker/a"),
                  List.of(Category.CODING, Category.FAST_CHEAP),
                  Map.of(Category.CODING, 90.0, Category.GENERAL, 71.5)),
              new ModelOverride(CanonicalId.of("maker/b"), null, Map.of(Category.VISION, 0.0)),
              new ModelOverride(CanonicalId.of("maker/c"), List.of(), Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "maker/a: {scores: {coding: 101}} | the number '101': expected a number from 0 to 100",
          "maker/a: {scores: {coding: -1}} | the number '-1': expected a number from 0 to 100",
          "maker/a: {scores: {coding: .nan}} | the number '.nan': expected a number from 0 to 100",
          "maker/a: {scores: {coding: '90'}} | the text '90': expected a number from 0 to 100",
          "maker/a: {scores: {coding: }} | nothing: expected a number from 0 to 100",
          "maker/a: {scores: {codng: 90}} | the text 'codng': expected one of coding, reasoning",
          "maker/a: {scores: [90]} | a list: expected a mapping of categories to scores",
          "maker/a: {categories: [codng]} | the text 'codng': expected one of coding, reasoning",
          "maker/a: {categories: coding} | the text 'coding': expected a list of categories",
          "maker/a: {score: {coding: 90}} | the text 'score': expected a mapping with 'categories'",
          "maker/a: 90 | the number '90': expected a mapping with 'categories'",
          "maker/a: {scores: {coding: 1, coding: 2}} | 'coding' stands on line 2 already",
        })
    void wrongShapeIsAMistake(String line, String message) {
      assertThatThrownBy(() -> overrides("# first line\n" + line + "\n"))
          .isInstanceOf(ReferenceException.class)
          .hasMessageStartingWith("seed-overrides.yaml, line 2: " + message);
    }

    @Test
    void sameModelInTwoSpellingsIsAMistake() {
      assertThatThrownBy(() -> overrides("maker/a: {scores: {}}\nMaker/A: {scores: {}}\n"))
          .hasMessage(
              "seed-overrides.yaml, line 2: maker/a stands on line 1 already: expected each model"
                  + " once");
    }

    private List<ModelOverride> overrides(String text) throws ReferenceException, IOException {
      return new ReferenceFile<>(write("seed-overrides.yaml", text), new OverrideFormat())
          .read()
          .orElseThrow();
    }
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
