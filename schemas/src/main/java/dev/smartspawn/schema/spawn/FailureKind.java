package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a call to a model brought nothing usable. */
public enum FailureKind {
  /** The provider does not have the model, or not any more. */
  MODEL_GONE,
  RATE_LIMITED,
  /** The provider answered 5xx. */
  UNAVAILABLE,
  /** No connection came about: nothing was sent. */
  UNREACHABLE,
  TIMEOUT,
  /** The connection broke before the answer was whole. */
  DISCONNECTED,
  /** The answer is no chat completion. */
  MALFORMED,
  EMPTY,
  CONTENT_FILTER,
  /** The key is missing or not accepted. */
  UNAUTHORIZED,
  /** The provider refused the request for another reason. */
  REFUSED,
  /** The worker ended between beginning the call and recording its outcome. */
  WORKER_LOST,
  /** The worker stopped waiting: cancelled, out of time or no longer the owner. */
  ABANDONED;

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  public static FailureKind of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  @Override
  public String toString() {
    return id();
  }
}
