package dev.smartspawn.query.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.question.Budget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

  @ParameterizedTest
  @CsvSource({
    "LOW, 0, true",
    "LOW, 0.9999, true",
    "LOW, 1, false",
    "MEDIUM, 1, true",
    "MEDIUM, 4.9999, true",
    "MEDIUM, 5, false",
    "HIGH, 5, true",
    "HIGH, 19.9999, true",
    "HIGH, 20, false",
    "ANY, 20, true",
    "ANY, 600, true"
  })
  void aPriceAtTheCeilingIsTooHigh(Budget budget, double price, boolean affordable) {
    assertThat(budget.affords(price)).isEqualTo(affordable);
  }

  @ParameterizedTest
  @CsvSource({
    "LOW, under $1/1M prompt tokens",
    "HIGH, under $20/1M prompt tokens",
    "ANY, at any price"
  })
  void budgetsReadAsPartOfASentence(Budget budget, String words) {
    assertThat(budget.inWords()).isEqualTo(words);
  }
}
