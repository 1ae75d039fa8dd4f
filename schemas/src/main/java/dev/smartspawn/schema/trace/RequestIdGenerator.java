package dev.smartspawn.schema.trace;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes request ids: a random prefix per generator, then a count. Every request gets an id, so an
 * id costs no randomness of its own.
 */
public final class RequestIdGenerator {

  private final String prefix;
  private final AtomicLong count = new AtomicLong();

  public RequestIdGenerator() {
    this.prefix = HexFormat.of().toHexDigits(new SecureRandom().nextLong()) + '-';
  }

  /** An id that no other generator makes, in this process or another. */
  public RequestId next() {
    return new RequestId(prefix + count.incrementAndGet());
  }
}
