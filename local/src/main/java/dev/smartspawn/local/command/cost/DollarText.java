package dev.smartspawn.local.command.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.money.Usd;

/** Amounts of US dollars for people. */
final class DollarText {

  private DollarText() {}

  /** With all its decimals, at least two; a dash where there is no amount. */
  static String of(JsonNode amount) {
    return amount.isNumber() ? Usd.of(amount.decimalValue()).toString() : "-";
  }
}
