package dev.smartspawn.query.cost;

import dev.smartspawn.query.http.request.Parameter;
import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.schema.cost.SavingsKey;
import dev.smartspawn.schema.cost.SpendKey;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Days, and whose spawns of these days.
 *
 * @param from the first day, UTC
 * @param to the last day
 * @param profile absent for everybody's
 */
record Period(LocalDate from, LocalDate to, Optional<String> profile) {

  private static final Parameter FROM = Parameter.of("from");
  private static final Parameter TO = Parameter.of("to");
  private static final String A_DAY = "a day, as 2026-07-22";

  static final Parameter PROFILE = Parameter.of("profile");
  static final List<Parameter> PARAMETERS = List.of(FROM, TO, PROFILE);

  /** With the last day. */
  private static final int USUAL_DAYS = 30;

  /**
   * @throws Refusal if a parameter is invalid
   */
  static Period of(Parameters parameters, LocalDate today) {
    LocalDate to = parameters.choice(TO, Period::day, A_DAY).orElse(today);
    LocalDate from =
        parameters.choice(FROM, Period::day, A_DAY).orElse(to.minusDays(USUAL_DAYS - 1));
    if (to.isBefore(from)) {
      throw Refusal.parameter("'to' is %s: expected %s or a later day".formatted(to, from));
    }
    return new Period(from, to, parameters.prose(PROFILE));
  }

  boolean covers(SpendKey key) {
    return covers(key.day(), key.profile());
  }

  boolean covers(SavingsKey key) {
    return covers(key.day(), key.profile());
  }

  private boolean covers(LocalDate day, String whose) {
    return !day.isBefore(from) && !day.isAfter(to) && profile.map(whose::equals).orElse(true);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() < 10_000);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
