package dev.smartspawn.schema.setting;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.source.SourceDescriptor;
import dev.smartspawn.schema.source.Sources;
import dev.smartspawn.schema.text.NearestName;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads settings for a service's configuration record. Mistakes are collected so that one start
 * reports all of them: read every setting, then call {@link #rejectMistakes}.
 */
public final class Settings {

  private static final String OUR_PREFIX = "SMART_SPAWN_";
  private static final BigDecimal MOST_DOLLARS = BigDecimal.valueOf(1_000_000);
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)?");

  private final Map<String, String> values;
  private final List<String> mistakes = new ArrayList<>();

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param values variable to value, as {@link System#getenv()} returns them; a blank value counts
   *     as not set
   */
  public static Settings from(Map<String, String> values) {
    return from(values, Sources.ALL);
  }

  /**
   * @param sources the sources whose settings are known
   */
  public static Settings from(Map<String, String> values, List<SourceDescriptor<?>> sources) {
    List<String> known = SettingList.with(sources).stream().map(Setting::variable).toList();
    Settings settings = new Settings(Map.copyOf(values));
    new TreeMap<>(values)
        .keySet().stream()
            .filter(key -> key.startsWith(OUR_PREFIX) && !known.contains(key))
            .forEach(
                key ->
                    settings.mistakes.add(
                        "unknown setting %s: did you mean %s?"
                            .formatted(key, NearestName.of(key, known))));
    return settings;
  }

  /** The same values, without the mistakes that were found so far. */
  public Settings again() {
    return new Settings(values);
  }

  /** The configured value or the default; empty if there is neither. */
  public Optional<String> find(Setting setting) {
    return given(setting).or(setting::fallback);
  }

  /** Whether a value is configured, as opposed to the default. */
  public boolean isSet(Setting setting) {
    return given(setting).isPresent();
  }

  /** The text, or "" if there is neither a value nor a default. */
  public String text(Setting setting) {
    return find(setting).orElse("");
  }

  /** The values of a list separated by commas, without blank ones. */
  public List<String> list(Setting setting) {
    return Arrays.stream(text(setting).split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /** A whole number within the bounds of the setting's form. */
  public int integer(Setting setting) {
    SettingForm form = setting.form();
    return read(
        setting,
        form.min(),
        text -> {
          int value = Integer.parseInt(text);
          if (value < form.min() || value > form.max()) {
            throw new IllegalArgumentException(text);
          }
          return value;
        });
  }

  /** A number followed by ms, s, m, h or d; a number without a unit is in seconds. */
  public Duration duration(Setting setting) {
    return read(setting, Duration.ZERO, Settings::parse);
  }

  /** An http or https address, without a trailing slash. */
  public URI address(Setting setting) {
    return read(setting, URI.create("http://invalid"), Settings::parseAddress);
  }

  /** US dollars, at least 0. */
  public Usd dollars(Setting setting) {
    return read(setting, Usd.ZERO, Settings::parseDollars);
  }

  /**
   * The value of a variable that another setting or its file refers to, such as the variable that
   * holds a key.
   */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** A key that is sent in an HTTP header and must therefore be visible ASCII. */
  public Optional<String> key(Setting setting) {
    Optional<String> key = find(setting);
    Optional<String> mistake = key.flatMap(Settings::mistakeInKey);
    mistake.ifPresent(what -> addMistake(setting, what));
    return mistake.isPresent() ? Optional.empty() : key;
  }

  /**
   * What keeps a text from being a key that is sent in an HTTP header; empty for nothing. The
   * message does not contain the key.
   */
  public static Optional<String> mistakeInKey(String key) {
    char first = key.charAt(0);
    if (key.length() > 1
        && (first == '"' || first == '\'')
        && key.charAt(key.length() - 1) == first) {
      return Optional.of("the key is in quotation marks: leave them out");
    }
    int invisible = invisible(key);
    return invisible < 0
        ? Optional.empty()
        : Optional.of(
            "character %d is invisible or not ASCII: copy the key again".formatted(invisible + 1));
  }

  /** Records a mistake that a service finds itself; the message names the setting. */
  public void addMistake(Setting setting, String mistake) {
    mistakes.add(setting.variable() + ": " + mistake);
  }

  public Path path(Setting setting) {
    return read(setting, Path.of(""), Settings::parsePath);
  }

  /**
   * @throws SettingsException with every mistake found so far, when there are any
   */
  public void rejectMistakes() {
    if (!mistakes.isEmpty()) {
      throw new SettingsException(mistakes);
    }
  }

  private Optional<String> given(Setting setting) {
    return Optional.ofNullable(values.get(setting.variable()))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private <T> T read(Setting setting, T placeholder, Function<String, T> parser) {
    String text = text(setting);
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      mistakes.add(
          "%s is '%s': expected %s".formatted(setting.variable(), text, setting.form().expected()));
      return placeholder;
    }
  }

  /** The position of the first character that is not visible ASCII; negative if there is none. */
  private static int invisible(String key) {
    for (int position = 0; position < key.length(); position++) {
      if (key.charAt(position) <= ' ' || key.charAt(position) > '~') {
        return position;
      }
    }
    return -1;
  }

  private static Duration parse(String text) {
    Matcher matcher = DURATION.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    long amount = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2) == null ? "s" : matcher.group(2);
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      case "d" -> Duration.ofDays(amount);
      default -> Duration.ofSeconds(amount);
    };
  }

  private static URI parseAddress(String text) {
    URI address = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!http || address.getHost() == null) {
      throw new IllegalArgumentException(text);
    }
    return address;
  }

  private static Usd parseDollars(String text) {
    BigDecimal dollars = new BigDecimal(text);
    if (dollars.signum() < 0 || dollars.compareTo(MOST_DOLLARS) > 0) {
      throw new IllegalArgumentException(text);
    }
    return Usd.of(dollars);
  }

  private static Path parsePath(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
