package dev.smartspawn.ingest;

/** A way in which a source misbehaves. */
public enum Fault {
  NONE,
  /** Every answer is 500. */
  SERVER_ERROR,
  /** Every answer is 429 with a Retry-After. */
  TOO_MANY_REQUESTS,
  /** Every second answer is 503, the first one included. */
  FLAKY,
  /** Every address redirects once. */
  MOVED,
  /** Every answer is slow. */
  SLOW,
  /** Half of the body, then silence. */
  STALL,
  /** Half of the body, then the connection closes. */
  TRUNCATED,
  /** Bytes without any known format. */
  GARBAGE,
  /** An error page with status 200. */
  HTML,
  /** An empty body. */
  BLANK
}
