package dev.smartspawn.query.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.change.ModelChange.Kind;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeHistoryTest {

  private final ChangeHistory history = new ChangeHistory(3);

  @Test
  void theNewestComeFirst() {
    add("a/one", 1);
    add("a/two", 2);

    assertThat(ids(history.newest(change -> true, 10))).containsExactly("a/two", "a/one");
  }

  @Test
  void theOldestIsForgottenWhereThereIsNoRoom() {
    for (int i = 1; i <= 5; i++) {
      add("a/m" + i, i);
    }

    ChangeHistory.Page page = history.newest(change -> true, 10);

    assertThat(ids(page)).containsExactly("a/m5", "a/m4", "a/m3");
    assertThat(page.total()).isEqualTo(3);
  }

  @Test
  void aRepeatedChangeIsKeptOnce() {
    add("a/one", 1);
    add("a/one", 1);

    assertThat(history.newest(change -> true, 10).total()).isEqualTo(1);
  }

  @Test
  void filteredChangesAreCounted() {
    add("a/one", 1);
    add("b/two", 2);
    add("b/three", 3);

    ChangeHistory.Page page =
        history.newest(change -> change.modelId().value().startsWith("b/"), 1);

    assertThat(ids(page)).containsExactly("b/three");
    assertThat(page.filtered()).isEqualTo(2);
    assertThat(page.total()).isEqualTo(3);
  }

  @Test
  void anotherAnswerConcernsBothModels() {
    CanonicalId now = CanonicalId.of("a/one");
    CanonicalId before = CanonicalId.of("a/two");
    ModelChange pick =
        ModelChange.ofPick(
            now,
            new ModelChange.AnsweredQuestion(Category.CODING, Budget.LOW, before),
            Map.of(),
            Instant.EPOCH,
            "a/one is new");
    ModelChange category =
        ModelChange.ofCategory(Category.CODING, 50, 52, Map.of(), Instant.EPOCH, "all moved");

    assertThat(pick.concerns(now)).isTrue();
    assertThat(pick.concerns(before)).isTrue();
    assertThat(category.concerns(now)).isFalse();
  }

  private void add(String model, int score) {
    history.add(
        ModelChange.of(
            CanonicalId.of(model),
            Kind.SCORE,
            "scores.coding",
            0.0,
            (double) score,
            Map.of(Source.OPENROUTER, "pull-1"),
            Instant.ofEpochSecond(score)));
  }

  private static List<String> ids(ChangeHistory.Page page) {
    return page.changes().stream().map(change -> change.modelId().value()).toList();
  }
}
