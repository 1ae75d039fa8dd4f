package dev.smartspawn.query.cost;

import dev.smartspawn.query.http.response.Refusal;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** What is known about costs. */
public final class CostTables {

  private static final String RETRY_SECONDS = "1";

  private final SpendTable spend = new SpendTable();
  private final SavingsTable savings = new SavingsTable();
  private volatile boolean complete;

  SpendTable spend() {
    return spend;
  }

  SavingsTable savings() {
    return savings;
  }

  /** From now on, the tables have what the topics had when reading began. */
  void complete() {
    complete = true;
  }

  boolean isComplete() {
    return complete;
  }

  /**
   * Half of the rows would give wrong sums.
   *
   * @throws Refusal until all rows have been read
   */
  void requireComplete() {
    if (!complete) {
      throw new Refusal(
              StatusCodes.SERVICE_UNAVAILABLE, "not_ready", "the costs are being read from Kafka")
          .with(Headers.RETRY_AFTER, RETRY_SECONDS);
    }
  }
}
