package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a call to a model returned no usable answer. */
public enum FailureKind {
  /** The provider does not have the model, or no longer. */
  MODEL_GONE,
  RATE_LIMITED,
  /** The provider answered 5xx. */
  UNAVAILABLE,
  /** No connection was made: nothing was sent. */
  UNREACHABLE,
  TIMEOUT,
  /** The connection broke before the answer was complete. */
  DISCONNECTED,
  /** The answer is not a chat completion. */
  MALFORMED,
  EMPTY,
  CONTENT_FILTER,
  /** The key is missing or not accepted. */
  UNAUTHORIZED,
  /** The provider refused the request for another reason. */
  REFUSED,
  /** The worker ended between starting the call and recording its outcome. */
  WORKER_LOST,
  /** The worker gave the call up: the spawn was cancelled, overdue or taken over. */
  ABANDONED;

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  public static FailureKind of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether the same call may succeed a moment later. */
  public boolean isTransient() {
    return switch (this) {
      case RATE_LIMITED, UNAVAILABLE, UNREACHABLE -> true;
      case MODEL_GONE,
          TIMEOUT,
          DISCONNECTED,
          MALFORMED,
          EMPTY,
          CONTENT_FILTER,
          UNAUTHORIZED,
          REFUSED,
          WORKER_LOST,
          ABANDONED ->
          false;
    };
  }

  /** Whether calling the same model again for the same part is pointless. */
  public boolean isFinal() {
    return !isTransient() && this != WORKER_LOST && this != ABANDONED;
  }

  /** Whether the provider may have worked, and may charge, although no answer arrived. */
  public boolean isCostUnknown() {
    return this == TIMEOUT || this == DISCONNECTED || this == MALFORMED;
  }

  /** Whether the failure speaks against the provider rather than the request. */
  public boolean isProviderFault() {
    return isCostUnknown() || this == UNAVAILABLE || this == UNREACHABLE;
  }

  @Override
  public String toString() {
    return id();
  }
}
