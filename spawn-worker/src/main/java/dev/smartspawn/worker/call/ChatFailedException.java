package dev.smartspawn.worker.call;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.TokenUsage;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that returned no usable answer. The message never contains a key. */
public final class ChatFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final boolean answered;
  private final @Nullable Duration retryAfter;
  private final transient @Nullable TokenUsage usage;
  private final transient @Nullable Usd cost;

  public ChatFailedException(FailureKind kind, String message) {
    this(kind, message, null);
  }

  /**
   * The provider refused the call and charges nothing.
   *
   * @param retryAfter the wait the provider asked for
   */
  public ChatFailedException(FailureKind kind, String message, @Nullable Duration retryAfter) {
    this(kind, message, false, retryAfter, null, null);
  }

  /**
   * The provider sent an answer that cannot be used.
   *
   * @param usage the tokens the provider counted
   * @param cost the cost the provider charged
   */
  public ChatFailedException(
      FailureKind kind, String message, @Nullable TokenUsage usage, @Nullable Usd cost) {
    this(kind, message, true, null, usage, cost);
  }

  private ChatFailedException(
      FailureKind kind,
      String message,
      boolean answered,
      @Nullable Duration retryAfter,
      @Nullable TokenUsage usage,
      @Nullable Usd cost) {
    super(message);
    this.kind = kind;
    this.answered = answered;
    this.retryAfter = retryAfter;
    this.usage = usage;
    this.cost = cost;
  }

  public FailureKind kind() {
    return kind;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  public TokenUsage usage() {
    return usage == null ? TokenUsage.NONE : usage;
  }

  public Optional<Usd> cost() {
    return Optional.ofNullable(cost);
  }

  /** Whether the provider may charge an amount it has not reported. */
  public boolean isCostUnknown() {
    return cost == null && usage == null && (answered || kind.isCostUnknown());
  }
}
