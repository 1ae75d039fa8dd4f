package dev.smartspawn.query.view;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** HTTP entity tags that depend on content alone, so that they hold over restarts. */
final class EntityTag {

  private EntityTag() {}

  /** With its quotes; the same for the same parts. */
  static String of(Object... parts) {
    byte[] content = Arrays.deepToString(parts).getBytes(StandardCharsets.UTF_8);
    return '"' + UUID.nameUUIDFromBytes(content).toString() + '"';
  }
}
