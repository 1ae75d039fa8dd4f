package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a call to a model returned no usable answer. */
public enum FailureKind {
  /** The provider does not have the model, or no longer has it. */
  MODEL_GONE,
  RATE_LIMITED,
  /** The provider answered 5xx. */
  UNAVAILABLE,
  /** No connection was made, so nothing was sent. */
  UNREACHABLE,
  TIMEOUT,
  /** The connection broke before the answer was complete. */
  DISCONNECTED,
  /** The answer is not a chat completion. */
  MALFORMED,
  EMPTY,
  /** The model reached its token limit while thinking and wrote no answer. */
  LIMIT_TOO_LOW,
  CONTENT_FILTER,
  /** The key is missing or not accepted. */
  UNAUTHORIZED,
  /** The account at the provider is out of credit or has reached its spending limit. */
  NO_CREDIT,
  /** The prompt does not fit into the model's context. */
  TOO_LONG,
  /** The provider does not accept the request in this form; it is sent again in another form. */
  ANOTHER_FORM,
  /** The provider refused the request for another reason. */
  REFUSED,
  /** The worker ended between starting the call and recording its outcome. */
  WORKER_LOST,
  /** The worker aborted the call because the spawn was cancelled, overdue or taken over. */
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
    return this == RATE_LIMITED || this == UNAVAILABLE || this == UNREACHABLE;
  }

  /** Whether calling the same model again for the same part is pointless. */
  public boolean isFinal() {
    return !isTransient() && this != ANOTHER_FORM && this != WORKER_LOST && this != ABANDONED;
  }

  /** Whether the failure speaks against the provider rather than the request. */
  public boolean isProviderFault() {
    return switch (this) {
      case TIMEOUT, DISCONNECTED, MALFORMED, UNAVAILABLE, UNREACHABLE -> true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return id();
  }
}
