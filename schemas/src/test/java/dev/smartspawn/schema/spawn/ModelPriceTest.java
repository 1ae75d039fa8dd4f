package dev.smartspawn.schema.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.LongPromptPrice;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.price.TokenUsage;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelPriceTest {

  private static final ModelPrice PRICE =
      new ModelPrice(
          new BigDecimal("1"),
          new BigDecimal("2"),
          List.of(new LongPromptPrice(32_000, 3, 4), new LongPromptPrice(128_000, 5, 1)),
          null);

  @ParameterizedTest
  @CsvSource({"31999,0.033999", "32000,0.1", "127999,0.387997", "128000,0.644"})
  void highestPriceForPromptSizeIsUsed(long promptTokens, String cost) {
    assertThat(PRICE.costOf(new TokenUsage(promptTokens, 1000))).isEqualTo(Usd.of(cost));
  }

  @ParameterizedTest
  @CsvSource({"0,0,0.04", "1000,0,0.041", "1000,1000,0.043"})
  void feePerCallIsPartOfEveryCall(long promptTokens, long completionTokens, String cost) {
    ModelPrice withFee =
        new ModelPrice(BigDecimal.ONE, new BigDecimal("2"), null, new BigDecimal("0.04"));

    assertThat(withFee.costOf(new TokenUsage(promptTokens, completionTokens)))
        .isEqualTo(Usd.of(cost));
  }
}
