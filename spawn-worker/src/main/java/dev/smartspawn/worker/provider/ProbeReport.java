package dev.smartspawn.worker.provider;

import dev.smartspawn.schema.money.Usd;
import org.jspecify.annotations.Nullable;

/**
 * What one small call tells about a provider. What it does not tell is absent.
 *
 * @param reachable whether it answered at all; absent if it was not called
 * @param key whether it took the key; absent if it needs none or did not look at it
 * @param modelKnown whether it has the model
 * @param millis of the call that it took
 * @param costUsd of that call
 * @param problem for people, without keys; absent if the call was answered
 */
public record ProbeReport(
    @Nullable Boolean reachable,
    @Nullable Boolean key,
    @Nullable Boolean modelKnown,
    Reported reported,
    Taken taken,
    @Nullable Long millis,
    @Nullable Usd costUsd,
    @Nullable String problem) {

  /**
   * What the answer reports.
   *
   * @param usage tokens
   * @param cost in dollars
   */
  public record Reported(@Nullable Boolean usage, @Nullable Boolean cost) {

    static final Reported UNKNOWN = new Reported(null, null);
  }

  /** What the provider takes of the request. */
  public record Taken(
      @Nullable Boolean streaming,
      @Nullable Boolean systemRole,
      @Nullable Boolean json,
      @Nullable Boolean images) {

    static final Taken UNKNOWN = new Taken(null, null, null, null);
  }

  static ProbeReport failed(
      boolean reachable, @Nullable Boolean key, @Nullable Boolean modelKnown, String problem) {
    return new ProbeReport(
        reachable, key, modelKnown, Reported.UNKNOWN, Taken.UNKNOWN, null, null, problem);
  }

  /** Nothing was sent. */
  public static ProbeReport notCalled(String problem) {
    return new ProbeReport(null, null, null, Reported.UNKNOWN, Taken.UNKNOWN, null, null, problem);
  }

  /** Whether the provider can be used with this key and this model. */
  public boolean isGood() {
    return problem == null;
  }
}
