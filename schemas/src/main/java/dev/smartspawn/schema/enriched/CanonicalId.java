package dev.smartspawn.schema.enriched;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.smartspawn.schema.kafka.TextSerde;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serde;

/**
 * An OpenRouter id, which identifies a model everywhere in this system: {@code
 * anthropic/claude-opus-4.6}.
 *
 * @param value {@code maker/model}, lower case, optionally with a leading {@code ~} (an alias) or a
 *     trailing variant such as {@code :free}
 */
public record CanonicalId(@JsonValue String value) implements Comparable<CanonicalId> {

  private static final int MAX_LENGTH = 200;
  private static final Pattern FORM = Pattern.compile("~?[^\\s/\\p{Cntrl}]+/[^\\s\\p{Cntrl}]+");

  /**
   * @throws IllegalArgumentException for anything that is not {@code maker/model}
   */
  @JsonCreator
  public CanonicalId {
    if (value == null || value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a model id: expected maker/model, as anthropic/claude-opus-4.6"
              .formatted(value));
    }
    value = value.toLowerCase(Locale.ROOT);
  }

  public static CanonicalId of(String value) {
    return new CanonicalId(value);
  }

  /** Empty for anything that is not {@code maker/model}; blanks around it are ignored. */
  public static Optional<CanonicalId> find(String value) {
    try {
      return Optional.of(new CanonicalId(value.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The part before the slash, without an alias's {@code ~}: {@code anthropic}. */
  public String provider() {
    String maker = value.substring(0, value.indexOf('/'));
    return maker.startsWith("~") ? maker.substring(1) : maker;
  }

  /** An alias points to the newest model of its line: {@code ~anthropic/claude-opus-latest}. */
  public boolean isAlias() {
    return value.startsWith("~");
  }

  /**
   * What follows the colon ({@code free}, {@code thinking}, {@code batch}); empty for a plain
   * model.
   */
  public String variant() {
    int colon = value.indexOf(':');
    return colon < 0 ? "" : value.substring(colon + 1);
  }

  /** The id without its variant. */
  public CanonicalId base() {
    int colon = value.indexOf(':');
    return colon < 0 ? this : new CanonicalId(value.substring(0, colon));
  }

  /** As UTF-8 text. */
  public static Serde<CanonicalId> serde() {
    return TextSerde.of(CanonicalId::value, CanonicalId::of);
  }

  @Override
  public int compareTo(CanonicalId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
