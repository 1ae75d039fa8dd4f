package dev.smartspawn.schema.attachment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifies an attachment by its content: the same bytes always have the same id.
 *
 * @param value {@code attachment:sha256:} and 64 lower-case hexadecimal digits
 */
public record AttachmentId(@JsonValue String value) {

  /** How every id begins. */
  public static final String SCHEME = "attachment:";

  /** The form of an id, for an error message. */
  public static final String EXPECTED = "attachment:sha256: and 64 hexadecimal digits";

  private static final String PREFIX = SCHEME + "sha256:";
  private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException for anything that does not have the form of an id
   */
  @JsonCreator
  public AttachmentId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an attachment's id: expected " + EXPECTED);
    }
  }

  public static Optional<AttachmentId> find(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new AttachmentId(text)) : Optional.empty();
  }

  /** The id of these bytes. */
  public static AttachmentId of(byte[] bytes) {
    return ofDigest(sha256().digest(bytes));
  }

  /**
   * @param digest the SHA-256 of the bytes
   */
  public static AttachmentId ofDigest(byte[] digest) {
    return ofHash(HexFormat.of().formatHex(digest));
  }

  static AttachmentId ofHash(String hash) {
    return new AttachmentId(PREFIX + hash);
  }

  /** Computes the hash of bytes that come in pieces. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The SHA-256 of its bytes, as 64 lower-case hexadecimal digits. */
  public String hash() {
    return value.substring(PREFIX.length());
  }

  @Override
  public String toString() {
    return value;
  }
}
