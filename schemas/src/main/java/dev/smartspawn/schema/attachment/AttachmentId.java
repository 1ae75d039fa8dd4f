package dev.smartspawn.schema.attachment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names an attachment by its content. In a request it stands where a data URL may stand.
 *
 * @param hash the SHA-256 of its bytes, as 64 lower-case hexadecimal digits
 */
public record AttachmentId(String hash) implements Comparable<AttachmentId> {

  /** The beginning of every id. */
  public static final String PREFIX = "attachment:sha256:";

  /** The form of an id, for an error message. */
  public static final String EXPECTED =
      PREFIX + " and the SHA-256 of the file, as 64 lower-case hexadecimal digits";

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException for anything but a hash
   */
  public AttachmentId {
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not the SHA-256 of a file: expected 64 lower-case hexadecimal digits"
              .formatted(hash));
    }
  }

  /** Reads an id as it stands in a request. */
  public static Optional<AttachmentId> find(String text) {
    return text.startsWith(PREFIX) ? ofHash(text.substring(PREFIX.length())) : Optional.empty();
  }

  static Optional<AttachmentId> ofHash(String hash) {
    return HASH.matcher(hash).matches() ? Optional.of(new AttachmentId(hash)) : Optional.empty();
  }

  /**
   * @throws IllegalArgumentException for anything that does not have the form of an id
   */
  @JsonCreator
  public static AttachmentId of(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is not an attachment's id: expected %s".formatted(text, EXPECTED)));
  }

  /** The id of a file. */
  public static AttachmentId ofContent(byte[] content) {
    return of(digest().digest(content));
  }

  /**
   * @param digest the SHA-256 of the file's bytes
   */
  public static AttachmentId of(byte[] digest) {
    return new AttachmentId(HexFormat.of().formatHex(digest));
  }

  /** Computes a SHA-256. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @JsonValue
  public String value() {
    return PREFIX + hash;
  }

  @Override
  public int compareTo(AttachmentId other) {
    return hash.compareTo(other.hash);
  }

  @Override
  public String toString() {
    return value();
  }
}
