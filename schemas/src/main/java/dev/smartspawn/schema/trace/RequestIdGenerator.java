package dev.smartspawn.schema.trace;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes request ids: a random prefix per generator, then a count. Every request gets an id, so a
 * new id must not cost randomness.
 */
public final class RequestIdGenerator {

  private final String prefix;
  private final AtomicLong count = new AtomicLong();

  public RequestIdGenerator() {
    this.prefix = HexFormat.of().toHexDigits(new SecureRandom().nextLong()) + '-';
  }

  /** Returns an id that no other generator makes, in this or another process. */
  public RequestId next() {
    return new RequestId(prefix + count.incrementAndGet());
  }
}
