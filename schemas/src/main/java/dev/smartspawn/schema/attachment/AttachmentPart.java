package dev.smartspawn.schema.attachment;

import dev.smartspawn.schema.kafka.TextSerde;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serde;

/**
 * The key of one part of an attachment. The parts in order of their numbers make up the file.
 *
 * @param number from 1 to {@code count}
 * @param count how many parts the file was divided into
 */
public record AttachmentPart(AttachmentId id, int number, int count) {

  /** The form of a key, for an error message. */
  public static final String EXPECTED =
      "the SHA-256 of the file, the part's number and the number of parts, as in 9f86d0...:1/12";

  /** The size of the parts that query-api writes, the last one excepted. */
  public static final int USUAL_BYTES = 512 * 1024;

  /** So many parts of 10 KB make up the largest file. */
  public static final int MAX_COUNT = 2_048;

  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{64}):([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

  /**
   * @throws IllegalArgumentException if the number is not one of the count
   */
  public AttachmentPart {
    if (count > MAX_COUNT || number < 1 || number > count) {
      throw new IllegalArgumentException(
          "part %d of %d: expected a part of at most %d".formatted(number, count, MAX_COUNT));
    }
  }

  /** Empty for anything but the key of a part. */
  public static Optional<AttachmentPart> find(String key) {
    Matcher matcher = FORM.matcher(key);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(matcher.group(2));
    int count = Integer.parseInt(matcher.group(3));
    return number <= count && count <= MAX_COUNT
        ? Optional.of(new AttachmentPart(AttachmentId.ofHash(matcher.group(1)), number, count))
        : Optional.empty();
  }

  /** As ASCII text, such as {@code 9f86d0...:1/12}. */
  public static Serde<AttachmentPart> serde() {
    return TextSerde.of(AttachmentPart::toString, AttachmentPart::of);
  }

  /** The key as it stands in the record. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static AttachmentPart of(String key) {
    return find(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is not the key of a part: expected %s".formatted(key, EXPECTED)));
  }

  @Override
  public String toString() {
    return "%s:%d/%d".formatted(id.hash(), number, count);
  }
}
