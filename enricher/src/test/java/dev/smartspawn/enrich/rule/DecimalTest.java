package dev.smartspawn.enrich.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {

  @ParameterizedTest
  @CsvSource({
    "0.000005, 5.0",
    "0.00000015, 0.15",
    "0.0000001, 0.1",
    "0.000002857, 2.857",
    "0, 0.0",
    "3e-7, 0.3"
  })
  void pricePerTokenBecomesPricePerMillionExactly(BigDecimal perToken, double perMillion) {
    assertThat(Decimal.perMillion(perToken)).isEqualTo(perMillion);
  }

  @ParameterizedTest
  @CsvSource({"0.808, 80.8", "0.934416666666667, 93.4417", "1, 100", "0, 0", "0.00000049, 0"})
  void fractionBecomesPercentOfFourPlaces(double fraction, double percent) {
    assertThat(Decimal.percent(fraction)).isEqualTo(percent);
  }
}
