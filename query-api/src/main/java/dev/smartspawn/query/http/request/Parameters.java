package dev.smartspawn.query.http.request;

import dev.smartspawn.query.http.request.PercentDecoding.Plus;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.schema.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query string. An unknown name, a repeated name and an unreadable value are
 * refused: guessing would answer a question that was not asked.
 */
public final class Parameters {

  private static final int SHOWN_LENGTH = 60;

  private final List<Parameter> known;
  private final @Nullable String[] values;

  private Parameters(List<Parameter> known) {
    this.known = known;
    this.values = new String[known.size()];
  }

  /**
   * @param query still encoded; empty for none
   * @param known the parameters of the endpoint
   * @throws Refusal naming the parameter and the expected value
   */
  public static Parameters parse(String query, List<Parameter> known) {
    Parameters parameters = new Parameters(known);
    for (int from = 0; from < query.length(); ) {
      int ampersand = query.indexOf('&', from);
      int to = ampersand < 0 ? query.length() : ampersand;
      if (to > from) {
        parameters.add(query.substring(from, to));
      }
      from = to + 1;
    }
    return parameters;
  }

  /**
   * @throws Refusal if there is any parameter
   */
  public static void requireNone(String query) {
    if (!query.isEmpty()) {
      parse(query, List.of());
    }
  }

  Optional<String> text(Parameter parameter) {
    return Optional.ofNullable(value(parameter));
  }

  /** A person's text: not blank. */
  public Optional<String> prose(Parameter parameter) {
    String value = value(parameter);
    if (value != null && value.isBlank()) {
      throw Refusal.parameter("'%s' is blank: expected text".formatted(parameter.name()));
    }
    return Optional.ofNullable(value);
  }

  /**
   * One of a closed set.
   *
   * @param find empty for values outside the set
   * @param expected the set, for the error message
   */
  public <T> Optional<T> choice(
      Parameter parameter, Function<String, Optional<T>> find, String expected) {
    String value = value(parameter);
    return value == null ? Optional.empty() : Optional.of(chosen(parameter, value, find, expected));
  }

  /** Any number of a closed set, separated by commas. */
  public <T> List<T> choices(
      Parameter parameter, Function<String, Optional<T>> find, String expected) {
    String value = value(parameter);
    return value == null || value.isEmpty()
        ? List.of()
        : Arrays.stream(value.split(",", -1))
            .map(each -> chosen(parameter, each.strip(), find, expected))
            .toList();
  }

  /** False if absent. */
  public boolean flag(Parameter parameter) {
    return flag(parameter, false);
  }

  public boolean flag(Parameter parameter, boolean fallback) {
    return choice(parameter, Parameters::truth, "true or false").orElse(fallback);
  }

  public long wholeNumber(Parameter parameter, long fallback, long min, long max) {
    String value = value(parameter);
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
                        .formatted(parameter.name(), shortened(value), expected)));
  }

  private @Nullable String value(Parameter parameter) {
    int index = known.indexOf(parameter);
    if (index < 0) {
      throw new IllegalArgumentException(parameter + " is not among the known parameters");
    }
    return values[index];
  }

  private void add(String pair) {
    int equals = pair.indexOf('=');
    int index = index(equals < 0 ? pair : pair.substring(0, equals));
    Parameter parameter = known.get(index);
    if (values[index] != null) {
      throw Refusal.parameter("'%s' is given twice: expected once".formatted(parameter.name()));
    }
    values[index] = decodedValue(parameter, equals < 0 ? "" : pair.substring(equals + 1));
  }

  private int index(String encodedName) {
    int index = indexOf(encodedName);
    if (index >= 0) {
      return index;
    }
    String name = decoded("a parameter's name", encodedName);
    int decoded = indexOf(name);
    if (decoded < 0) {
      throw unknown(name);
    }
    return decoded;
  }

  private int indexOf(String name) {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private Refusal unknown(String name) {
    if (known.isEmpty()) {
      return Refusal.parameter(
          "unknown parameter '%s': expected none here".formatted(shortened(name)));
    }
    Set<String> names = known.stream().map(Parameter::name).collect(Collectors.toSet());
    return Refusal.parameter(
        "unknown parameter '%s': did you mean '%s'?"
            .formatted(shortened(name), NearestName.of(shortened(name), names)));
  }

  private static String decodedValue(Parameter parameter, String encoded) {
    String value = decoded("'" + parameter.name() + "'", encoded);
    if (value.length() > parameter.maxLength()) {
      throw Refusal.parameter(
          "'%s' has %d characters: expected at most %d"
              .formatted(parameter.name(), value.length(), parameter.maxLength()));
    }
    requireNoControls(parameter, value);
    return value;
  }

  private static void requireNoControls(Parameter parameter, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean line = c == '\n' || c == '\r' || c == '\t';
      if (Character.isISOControl(c) && !(line && parameter.multiline())) {
        throw Refusal.parameter(
            "'%s' has the control character U+%04X: expected text"
                .formatted(parameter.name(), (int) c));
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

  /** Keeps messages short and free of control characters. */
  private static String shortened(String value) {
    String visible = value.replaceAll("\\p{Cntrl}", "?");
    return visible.length() <= SHOWN_LENGTH ? visible : visible.substring(0, SHOWN_LENGTH) + "...";
  }
}
