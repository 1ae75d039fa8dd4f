package dev.smartspawn.query.http.response;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** HTTP entity tags that depend on content alone, so that they stay valid over restarts. */
public final class EntityTag {

  private EntityTag() {}

  /** With its quotes; the same for equal parts in the same order. */
  public static String of(String... parts) {
    return ofBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }

  /** With its quotes. */
  public static String ofBytes(byte[] content) {
    return '"' + UUID.nameUUIDFromBytes(content).toString() + '"';
  }
}
