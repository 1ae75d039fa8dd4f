package dev.smartspawn.schema.setting;

/**
 * Which values of a setting are valid.
 *
 * @param expected the valid values, as an error message words them
 * @param min smallest valid whole number
 * @param max largest valid whole number
 */
public record SettingForm(String expected, int min, int max) {

  static SettingForm text(String expected) {
    return new SettingForm(expected, 0, 0);
  }

  /**
   * @param unit may be empty
   */
  static SettingForm number(int min, int max, String unit) {
    String expected = "a whole number from %d to %d".formatted(min, max);
    return new SettingForm(unit.isEmpty() ? expected : expected + " (" + unit + ")", min, max);
  }

  static SettingForm duration() {
    return text("a duration such as 500ms, 60s, 5m, 6h or 30d");
  }

  static SettingForm address() {
    return text("an http or https address");
  }

  static SettingForm path() {
    return text("a path");
  }

  static SettingForm dollars() {
    return text("a number of US dollars such as 0.5");
  }
}
