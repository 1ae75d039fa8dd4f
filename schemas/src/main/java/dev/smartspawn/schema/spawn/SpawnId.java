package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.smartspawn.schema.kafka.TextSerde;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serde;

/**
 * Identifies a spawn everywhere: it is the key of its requests, events, result and outcome.
 *
 * @param value 1 to 100 letters, digits, dots, colons, dashes and underscores
 */
public record SpawnId(@JsonValue String value) implements Comparable<SpawnId> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
  private static final Pattern GIVEN_BY_POSITION = Pattern.compile("\\d+-\\d+");

  /** The namespace of ids made from idempotency keys; any fixed UUID works. */
  private static final UUID NAMESPACE = UUID.fromString("5d0e6a1c-9d43-5b0e-8c57-3f1c2a7b9e64");

  /** The form of an id, for an error message. */
  public static final String EXPECTED =
      "1 to 100 letters, digits, '.', ':', '-' or '_', not of the form 1-23";

  /**
   * @throws IllegalArgumentException for anything that does not have the form of an id
   */
  @JsonCreator
  public SpawnId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a spawn id: expected %s".formatted(value, EXPECTED));
    }
  }

  /** An id that a client may choose. Ids in the form of a position are reserved. */
  public static Optional<SpawnId> chosen(String value) {
    return FORM.matcher(value).matches() && !GIVEN_BY_POSITION.matcher(value).matches()
        ? Optional.of(new SpawnId(value))
        : Optional.empty();
  }

  /** The id of a request without one, made from its position in spawn-requests. */
  public static SpawnId ofPosition(int partition, long offset) {
    return new SpawnId(partition + "-" + offset);
  }

  /** The same key always gives the same id: a UUID of version 5. */
  public static SpawnId ofIdempotencyKey(String key) {
    ByteBuffer hash = ByteBuffer.wrap(sha1(key));
    long high = (hash.getLong() & ~0xF000L) | 0x5000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new SpawnId(new UUID(high, low).toString());
  }

  /** As UTF-8 text. */
  public static Serde<SpawnId> serde() {
    return TextSerde.of(SpawnId::value, SpawnId::new);
  }

  @Override
  public int compareTo(SpawnId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static byte[] sha1(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .flip());
      return digest.digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-1", e);
    }
  }
}
