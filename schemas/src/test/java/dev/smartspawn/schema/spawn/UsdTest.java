package dev.smartspawn.schema.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.price.TokenUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsdTest {

  @ParameterizedTest
  @CsvSource({
    "0.00000001,0.00000001",
    "0.000000011,0.00000002",
    "12.5,12.50000000",
    "0,0.00000000",
    "-0.5,-0.50000000"
  })
  void jsonIsAPlainNumberRoundedUp(String dollars, String json) throws JsonProcessingException {
    Usd amount = Usd.of(dollars);

    assertThat(Json.MAPPER.writeValueAsString(amount)).isEqualTo(json);
    assertThat(Json.MAPPER.readValue(json, Usd.class)).isEqualTo(amount);
  }

  @Test
  void costIsRoundedUpOncePerCall() {
    ModelPrice price = ModelPrice.of("0.075", "0.3");

    assertThat(price.costOf(new TokenUsage(1, 0))).isEqualTo(Usd.of("0.00000008"));
    assertThat(price.costOf(new TokenUsage(1_000_000, 1_000_000))).isEqualTo(Usd.of("0.375"));
  }

  @Test
  void textHasAtLeastTwoDecimals() {
    assertThat(Usd.of("1")).hasToString("$1.00");
    assertThat(Usd.of("0.00120000")).hasToString("$0.0012");
    assertThat(Usd.of("-0.25")).hasToString("-$0.25");
  }
}
