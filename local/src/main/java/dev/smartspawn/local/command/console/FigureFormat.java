package dev.smartspawn.local.command.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Shows figures of the REST API to people. */
public final class FigureFormat {

  public static final String ABSENT = "-";

  private FigureFormat() {}

  /** USD per 1M tokens; a router has -1, which is not a price. */
  public static String price(JsonNode usd) {
    return usd.isNumber() && usd.asDouble() >= 0
        ? String.format(Locale.ROOT, "%.2f", usd.asDouble())
        : ABSENT;
  }

  /** 0 to 100. */
  public static String score(JsonNode score) {
    return score.isNumber() ? String.format(Locale.ROOT, "%.1f", score.asDouble()) : ABSENT;
  }

  public static String text(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? ABSENT : value.asText();
  }
}
