package dev.smartspawn.worker.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.cost.SpendKey;
import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.AnswerLength;
import dev.smartspawn.schema.price.AnswerLength.Basis;
import dev.smartspawn.schema.price.TokenUsage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObservedLengthsTest {

  private static final CanonicalId LONG = CanonicalId.of("maker/long");
  private static final CanonicalId SHORT = CanonicalId.of("maker/short");

  private final ObservedLengths lengths = new ObservedLengths();

  @Test
  void answerOfTheModelItselfIsMeasured() {
    assertThat(lengths.of(SHORT, SHORT, Category.CODING, 120))
        .isEqualTo(new AnswerLength(120, 120, 120, Basis.MEASURED));
  }

  @Test
  void unknownModelsAnswerIsTakenToBeAsLongWithWideInterval() {
    put("2026-07-22 default maker/short coding single answer 0", 30, 3_000, 400_000);

    assertThat(lengths.of(LONG, SHORT, Category.CODING, 120))
        .isEqualTo(new AnswerLength(120, 40, 360, Basis.SAME));
  }

  @Test
  void ratioOfTheMeansDecidesOnceBothHaveAnsweredOften() {
    put("2026-07-22 default maker/short coding single answer 0", 30, 3_000, 400_000);
    put("2026-07-22 default maker/long coding collective member 1", 25, 5_000, 1_100_000);
    put("2026-07-22 default maker/long coding cascade judge 1", 1_000, 1, 1);

    AnswerLength length = lengths.of(LONG, SHORT, Category.CODING, 120);

    assertThat(length.basis()).isEqualTo(Basis.OBSERVED);
    assertThat(length.assumed()).isEqualTo(240);
    assertThat(length.least()).isBetween(170L, 230L);
    assertThat(length.most()).isBetween(250L, 340L);
  }

  @Test
  void otherCategoriesCountWhereTheTasksOwnHasTooFew() {
    put("2026-07-22 default maker/short general single answer 0", 30, 3_000, 400_000);
    put("2026-07-22 default maker/long general single answer 0", 30, 6_000, 1_400_000);

    assertThat(lengths.of(LONG, SHORT, Category.CODING, 10).assumed()).isEqualTo(20);
  }

  @Test
  void newerRowReplacesTheOlderOneOfItsKey() {
    String key = "2026-07-22 default maker/short coding single answer 0";
    put(key, 20, 20_000, 30_000_000);
    put(key, 30, 3_000, 400_000);
    put("2026-07-22 default maker/long coding single answer 0", 30, 3_000, 400_000);

    assertThat(lengths.of(LONG, SHORT, Category.CODING, 100).assumed()).isEqualTo(100);
  }

  /** The interval has the true ratio in it about as often as it says. */
  @Test
  void intervalCoversTheRatioOfTheTrueMeans() {
    Random random = new Random(3);
    int covered = 0;
    int trials = 2_000;
    for (int trial = 0; trial < trials; trial++) {
      ObservedLengths observed = new ObservedLengths();
      draw(random, observed, SHORT, 400, 40);
      draw(random, observed, LONG, 900, 25);
      AnswerLength length = observed.of(LONG, SHORT, null, 4_000);
      if (length.least() <= 9_000 && 9_000 <= length.most()) {
        covered++;
      }
    }

    assertThat((double) covered / trials).isBetween(0.90, 0.98);
  }

  /** Answers whose lengths are exponential, which is as skewed as real ones. */
  private static void draw(
      Random random, ObservedLengths observed, CanonicalId model, int mean, int count) {
    long sum = 0;
    long squares = 0;
    for (int i = 0; i < count; i++) {
      long tokens = Math.round(-mean * Math.log(1 - random.nextDouble()));
      sum += tokens;
      squares += tokens * tokens;
    }
    observed.put(
        SpendKey.parse("2026-07-22 default " + model + " coding single answer 0"),
        row(count, sum, squares));
  }

  private void put(String key, long count, long sum, long squares) {
    lengths.put(SpendKey.parse(key), row(count, sum, squares));
  }

  private static SpendRow row(long count, long sum, long squares) {
    return new SpendRow(
        Usd.ZERO, Usd.ZERO, count, 0, 0, 0, 0, new TokenUsage(0, sum), count, sum, squares);
  }
}
