package dev.smartspawn.worker.call;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.TokenUsage;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call that brought no usable answer. The message never holds a key. */
public final class ChatFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What a provider may have worked, and charge, for though we saw no answer. */
  private static final Set<FailureKind> COST_UNKNOWN =
      Set.of(FailureKind.TIMEOUT, FailureKind.DISCONNECTED, FailureKind.MALFORMED);

  /** What may be better a moment later. */
  private static final Set<FailureKind> PASSING =
      Set.of(FailureKind.RATE_LIMITED, FailureKind.UNAVAILABLE, FailureKind.UNREACHABLE);

  /** What speaks against the provider rather than the request. */
  private static final Set<FailureKind> PROVIDERS_FAULT =
      Set.of(
          FailureKind.UNAVAILABLE,
          FailureKind.UNREACHABLE,
          FailureKind.TIMEOUT,
          FailureKind.DISCONNECTED,
          FailureKind.MALFORMED);

  private final FailureKind kind;
  private final boolean answered;
  private final @Nullable Duration retryAfter;
  private final transient @Nullable TokenUsage usage;
  private final transient @Nullable Usd cost;

  public ChatFailedException(FailureKind kind, String message) {
    this(kind, message, null);
  }

  /**
   * The provider refused, and charges nothing for that.
   *
   * @param retryAfter what the provider asked for
   */
  public ChatFailedException(FailureKind kind, String message, @Nullable Duration retryAfter) {
    this(kind, message, false, retryAfter, null, null);
  }

  /**
   * The provider answered, but not with anything that can be used.
   *
   * @param usage what the provider counted all the same
   * @param cost what the provider charged all the same
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

  /** Whether the provider may charge for it without having said how much. */
  public boolean isCostUnknown() {
    return cost == null && usage == null && (answered || COST_UNKNOWN.contains(kind));
  }

  public boolean isTransient() {
    return PASSING.contains(kind);
  }

  public boolean isProviderFault() {
    return PROVIDERS_FAULT.contains(kind);
  }
}
