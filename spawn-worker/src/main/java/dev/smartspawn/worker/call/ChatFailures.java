package dev.smartspawn.worker.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.openai.core.JsonValue;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import dev.smartspawn.schema.spawn.FailureKind;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells from what the client library throws, or a body says, what kind of failure it was. */
final class ChatFailures {

  private static final int MAX_MESSAGE_LENGTH = 300;

  private final List<String> keys;
  private final Clock clock;

  ChatFailures(List<String> keys, Clock clock) {
    this.keys = List.copyOf(keys);
    this.clock = clock;
  }

  static JsonNode tree(JsonValue value) {
    JsonNode tree = value.convert(JsonNode.class);
    return tree == null ? MissingNode.getInstance() : tree;
  }

  static ChatFailedException noChoices() {
    return new ChatFailedException(FailureKind.MALFORMED, "the answer has no choices");
  }

  ChatFailedException of(OpenAIException e) {
    if (e instanceof OpenAIServiceException answered) {
      return ofStatus(
          answered.statusCode(),
          message(answered.body()),
          answered.headers().values("retry-after").stream().findFirst());
    }
    return e instanceof OpenAIIoException
        ? ofConnection(e)
        : new ChatFailedException(
            FailureKind.MALFORMED, "the answer is no chat completion: " + clean(rootOf(e)));
  }

  /** OpenRouter reports some upstream errors in the body of a 200. */
  ChatFailedException inBody(JsonValue error) {
    JsonNode json = tree(error);
    return ofStatus(
        json.path("code").asInt(502), json.path("message").asText("error"), Optional.empty());
  }

  private ChatFailedException ofStatus(int status, String said, Optional<String> retryAfter) {
    FailureKind kind = kindOf(status, said);
    // Providers quote keys they do not accept.
    String message =
        kind == FailureKind.UNAUTHORIZED
            ? "the provider answered %d: the key is not accepted".formatted(status)
            : "the provider answered %d: %s".formatted(status, clean(said));
    @Nullable Duration wait = retryAfter.flatMap(this::parseRetryAfter).orElse(null);
    return new ChatFailedException(kind, message, wait);
  }

  private static FailureKind kindOf(int status, String said) {
    boolean namesModel = said.toLowerCase(Locale.ROOT).contains("model");
    return switch (status) {
      case 401, 403 -> FailureKind.UNAUTHORIZED;
      case 404, 410 -> FailureKind.MODEL_GONE;
      case 400 -> namesModel ? FailureKind.MODEL_GONE : FailureKind.REFUSED;
      // A gateway gave up waiting; the model behind it may have worked all the same.
      case 408, 504 -> FailureKind.TIMEOUT;
      case 429 -> FailureKind.RATE_LIMITED;
      default -> status >= 500 ? FailureKind.UNAVAILABLE : FailureKind.REFUSED;
    };
  }

  private ChatFailedException ofConnection(OpenAIException e) {
    List<Throwable> causes = causesOf(e);
    Throwable root = causes.get(causes.size() - 1);
    if (causes.stream().anyMatch(ChatFailures::isBeforeSending)) {
      return new ChatFailedException(
          FailureKind.UNREACHABLE, "the provider cannot be reached: " + clean(root));
    }
    // A call that runs out of time has its socket closed under it: the root is no timeout.
    return causes.stream().anyMatch(InterruptedIOException.class::isInstance)
        ? new ChatFailedException(FailureKind.TIMEOUT, "no answer in time")
        : new ChatFailedException(FailureKind.DISCONNECTED, "the connection broke: " + clean(root));
  }

  private static boolean isBeforeSending(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException;
  }

  private Optional<Duration> parseRetryAfter(String header) {
    try {
      return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(header) * 1000)));
    } catch (NumberFormatException e) {
      return parseDate(header);
    }
  }

  private Optional<Duration> parseDate(String header) {
    try {
      Instant at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), at);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String message(JsonValue body) {
    JsonNode json = tree(body);
    JsonNode error = json.has("error") ? json.path("error") : json;
    return error.isTextual() ? error.asText() : error.path("message").asText("no explanation");
  }

  private String clean(Throwable cause) {
    return clean(
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
  }

  private String clean(String text) {
    String cleaned = text;
    for (String key : keys) {
      cleaned = cleaned.replace(key, "***");
    }
    cleaned = cleaned.replaceAll("\\p{Cntrl}+", " ");
    return cleaned.length() <= MAX_MESSAGE_LENGTH
        ? cleaned
        : cleaned.substring(0, MAX_MESSAGE_LENGTH) + "...";
  }

  private static Throwable rootOf(Throwable e) {
    List<Throwable> causes = causesOf(e);
    return causes.get(causes.size() - 1);
  }

  /** Itself first, the root last. */
  private static List<Throwable> causesOf(Throwable e) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = e; cause != null && !causes.contains(cause); cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}
