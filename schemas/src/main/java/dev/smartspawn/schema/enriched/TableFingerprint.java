package dev.smartspawn.schema.enriched;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A fingerprint of a keyed table that does not depend on the order its rows were written in: the
 * sum, modulo 2^64, of the first eight bytes of SHA-256 over each row's key and value. The writer
 * and the reader of a compacted topic each keep one. When they are equal, the reader has exactly
 * the writer's table.
 */
public final class TableFingerprint {

  private long sum;

  /**
   * Updates the fingerprint for {@code key} changing from {@code before} to {@code after}; null
   * means absent.
   */
  public void change(String key, byte @Nullable [] before, byte @Nullable [] after) {
    if (before != null) {
      sum -= row(key, before);
    }
    if (after != null) {
      sum += row(key, after);
    }
  }

  /** 16 hexadecimal digits; an empty table is all zeros. */
  public String value() {
    return HexFormat.of().toHexDigits(sum);
  }

  private static long row(String key, byte[] value) {
    MessageDigest digest = sha256();
    digest.update(key.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(value);
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
