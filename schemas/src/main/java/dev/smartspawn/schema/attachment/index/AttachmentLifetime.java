package dev.smartspawn.schema.attachment.index;

import java.time.Duration;

/**
 * When an attachment may be used again, and when it is removed. Whatever is used again is at least
 * {@code UNUSED_KEPT} minus {@code REUSED} away from its removal: a request that uses it is in its
 * topic long before that, and from then on nothing that it needs is removed.
 */
public final class AttachmentLifetime {

  /** An attachment without an open request is removed once it is so old. */
  public static final Duration UNUSED_KEPT = Duration.ofMinutes(30);

  /** A copy that is older is written again, rather than used for another request. */
  public static final Duration REUSED = UNUSED_KEPT.dividedBy(2);

  /** A request follows its attachments within this time, or is not written at all. */
  public static final Duration WRITTEN_WITHIN = Duration.ofMinutes(2);

  private AttachmentLifetime() {}
}
