package dev.smartspawn.local.fault;

import java.util.Locale;

/** How the recordings' server can make a source misbehave, and what is to come of it. */
enum SourceFault {
  /** Every answer is 500. */
  SERVER_ERROR("500", Ending.STALE),
  /** Every answer is 429 and asks for a pause of two seconds. */
  TOO_MANY_REQUESTS("429", Ending.STALE),
  /** Every second answer is 503. */
  FLAKY("flaky", Ending.OK),
  /** Five seconds before every answer. */
  SLOW("slow", Ending.OK),
  /** Half a body, then silence. */
  STALL("stall", Ending.STALE),
  /** Half a body, then the end of the connection. */
  TRUNCATED("truncated", Ending.STALE),
  /** Bytes that are not the format. */
  GARBAGE("garbage", Ending.STALE),
  /** Well-formed, without a record. */
  EMPTY("empty", Ending.STALE),
  /** A 200 that is an error page. */
  HTML("html", Ending.STALE),
  /** Well-formed, but only the first tenth. */
  TENTH("tenth", Ending.STALE);

  /** What source-status is to say afterwards. */
  enum Ending {
    OK,
    STALE
  }

  private final String kind;
  private final Ending ending;

  SourceFault(String kind, Ending ending) {
    this.kind = kind;
    this.ending = ending;
  }

  /** As the server's command line spells it. */
  String kind() {
    return kind;
  }

  Ending ending() {
    return ending;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
