package dev.smartspawn.query.http;

import dev.smartspawn.query.http.PercentDecoding.Plus;
import dev.smartspawn.schema.text.NearestName;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query string. A name that is not known, a name given twice, a value that
 * cannot be read: all are refused, since an answer to a guess would look like an answer to the
 * question.
 */
final class Parameters {

  /** Characters of a single value. */
  static final int MAX_LENGTH = 8192;

  private static final int SHOWN_LENGTH = 60;

  private final Map<Parameter, String> values;

  private Parameters(Map<Parameter, String> values) {
    this.values = values;
  }

  /**
   * @param query still encoded; empty for none
   * @param known the parameters there are here
   * @throws Refusal naming the parameter and what was expected
   */
  static Parameters parse(String query, Set<Parameter> known) {
    Map<Parameter, String> values = new EnumMap<>(Parameter.class);
    for (int from = 0; from < query.length(); ) {
      int ampersand = query.indexOf('&', from);
      int to = ampersand < 0 ? query.length() : ampersand;
      if (to > from) {
        add(query.substring(from, to), known, values);
      }
      from = to + 1;
    }
    return new Parameters(values);
  }

  Optional<String> text(Parameter parameter) {
    return Optional.ofNullable(values.get(parameter));
  }

  /** A person's text: not blank. */
  Optional<String> prose(Parameter parameter) {
    String value = values.get(parameter);
    if (value != null && value.isBlank()) {
      throw Refusal.parameter("'%s' is blank: expected text".formatted(parameter.id()));
    }
    return Optional.ofNullable(value);
  }

  /**
   * One of a closed set.
   *
   * @param find empty for what is not in the set
   * @param expected the set, for the error message
   */
  <T> Optional<T> choice(Parameter parameter, Function<String, Optional<T>> find, String expected) {
    String value = values.get(parameter);
    return value == null ? Optional.empty() : Optional.of(chosen(parameter, value, find, expected));
  }

  /** Any number of a closed set, separated by commas. */
  <T> List<T> choices(Parameter parameter, Function<String, Optional<T>> find, String expected) {
    String value = values.get(parameter);
    return value == null || value.isEmpty()
        ? List.of()
        : Arrays.stream(value.split(",", -1))
            .map(each -> chosen(parameter, each.strip(), find, expected))
            .toList();
  }

  /** False unless it is said. */
  boolean flag(Parameter parameter) {
    return choice(parameter, Parameters::truth, "true or false").orElse(false);
  }

  long wholeNumber(Parameter parameter, long fallback, long min, long max) {
    String value = values.get(parameter);
    if (value == null) {
      return fallback;
    }
    return chosen(
        parameter,
        value,
        text -> number(text).filter(number -> number >= min && number <= max),
        "a whole number from %d to %d".formatted(min, max));
  }

  private static Optional<Boolean> truth(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Only digits: neither signs nor the digits of other scripts. */
  private static Optional<Long> number(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private static <T> T chosen(
      Parameter parameter, String value, Function<String, Optional<T>> find, String expected) {
    return find.apply(value)
        .orElseThrow(
            () ->
                Refusal.parameter(
                    "'%s' is '%s': expected %s"
                        .formatted(parameter.id(), shortened(value), expected)));
  }

  private static void add(String pair, Set<Parameter> known, Map<Parameter, String> values) {
    int equals = pair.indexOf('=');
    Parameter parameter = parameter(equals < 0 ? pair : pair.substring(0, equals), known);
    String value = value(parameter, equals < 0 ? "" : pair.substring(equals + 1));
    if (values.put(parameter, value) != null) {
      throw Refusal.parameter("'%s' is given twice: expected once".formatted(parameter.id()));
    }
  }

  private static Parameter parameter(String encodedName, Set<Parameter> known) {
    Parameter named = named(encodedName, known);
    if (named != null) {
      return named;
    }
    String name = decoded("a parameter's name", encodedName);
    Parameter decoded = named(name, known);
    if (decoded == null) {
      throw unknown(name, known);
    }
    return decoded;
  }

  private static @Nullable Parameter named(String name, Set<Parameter> known) {
    for (Parameter parameter : known) {
      if (parameter.id().equals(name)) {
        return parameter;
      }
    }
    return null;
  }

  private static Refusal unknown(String name, Set<Parameter> known) {
    if (known.isEmpty()) {
      return Refusal.parameter(
          "unknown parameter '%s': expected none here".formatted(shortened(name)));
    }
    Set<String> names = known.stream().map(Parameter::id).collect(Collectors.toSet());
    return Refusal.parameter(
        "unknown parameter '%s': did you mean '%s'?"
            .formatted(shortened(name), NearestName.of(shortened(name), names)));
  }

  private static String value(Parameter parameter, String encoded) {
    String value = decoded("'" + parameter.id() + "'", encoded);
    if (value.length() > MAX_LENGTH) {
      throw Refusal.parameter(
          "'%s' has %d characters: expected at most %d"
              .formatted(parameter.id(), value.length(), MAX_LENGTH));
    }
    requireNoControls(parameter, value);
    return value;
  }

  private static void requireNoControls(Parameter parameter, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean line = c == '\n' || c == '\r' || c == '\t';
      if (Character.isISOControl(c) && !(line && parameter.isProse())) {
        throw Refusal.parameter(
            "'%s' has the control character U+%04X: expected text"
                .formatted(parameter.id(), (int) c));
      }
    }
  }

  private static String decoded(String what, String encoded) {
    try {
      return PercentDecoding.decode(encoded, Plus.BLANK);
    } catch (IllegalArgumentException e) {
      throw Refusal.parameter("%s cannot be decoded: %s".formatted(what, e.getMessage()));
    }
  }

  /** A message is no place for 8,192 characters of somebody's task, nor for control characters. */
  private static String shortened(String value) {
    String visible = value.replaceAll("\\p{Cntrl}", "?");
    return visible.length() <= SHOWN_LENGTH ? visible : visible.substring(0, SHOWN_LENGTH) + "...";
  }
}
