package dev.smartspawn.worker.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.openai.core.JsonValue;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import dev.smartspawn.schema.http.ConnectionFailure;
import dev.smartspawn.schema.http.RetryAfter;
import dev.smartspawn.schema.spawn.FailureKind;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Classifies failures by the client library's exceptions and by error bodies. */
final class ChatFailures {

  private static final Logger log = LoggerFactory.getLogger(ChatFailures.class);
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
    List<Throwable> causes = ConnectionFailure.causesOf(e);
    log.info("a call failed: {}", clean(String.valueOf(causes.get(causes.size() - 1))));
    return e instanceof OpenAIIoException
        ? ofConnection(causes)
        : new ChatFailedException(FailureKind.MALFORMED, "the answer is not a chat completion");
  }

  /** OpenRouter reports some upstream errors in the body of a 200 response. */
  ChatFailedException inBody(JsonValue error) {
    JsonNode json = tree(error);
    return ofStatus(
        json.path("code").asInt(502), json.path("message").asText("error"), Optional.empty());
  }

  private ChatFailedException ofStatus(int status, String text, Optional<String> retryAfter) {
    FailureKind kind = kindOf(status, text);
    // Providers quote the keys they reject.
    String message =
        kind == FailureKind.UNAUTHORIZED
            ? "the provider answered %d: the key is not accepted".formatted(status)
            : "the provider answered %d: %s".formatted(status, clean(text));
    @Nullable Duration wait =
        retryAfter.flatMap(header -> RetryAfter.parse(header, clock)).orElse(null);
    return new ChatFailedException(kind, message, wait);
  }

  private static FailureKind kindOf(int status, String text) {
    boolean namesModel = text.toLowerCase(Locale.ROOT).contains("model");
    return switch (status) {
      case 401, 403 -> FailureKind.UNAUTHORIZED;
      case 404, 410 -> FailureKind.MODEL_GONE;
      case 400 -> namesModel ? FailureKind.MODEL_GONE : FailureKind.REFUSED;
      // A gateway stopped waiting; the model behind it may still have worked.
      case 408, 504 -> FailureKind.TIMEOUT;
      case 429 -> FailureKind.RATE_LIMITED;
      default -> status >= 500 ? FailureKind.UNAVAILABLE : FailureKind.REFUSED;
    };
  }

  private static ChatFailedException ofConnection(List<Throwable> causes) {
    if (causes.stream().anyMatch(ChatFailures::isBeforeSending)) {
      return new ChatFailedException(
          FailureKind.UNREACHABLE,
          "the provider cannot be reached: " + ConnectionFailure.describe(causes.get(0)));
    }
    // A call that times out has its socket closed, so the root cause is not a timeout.
    return causes.stream().anyMatch(InterruptedIOException.class::isInstance)
        ? new ChatFailedException(FailureKind.TIMEOUT, "no answer in time")
        : new ChatFailedException(
            FailureKind.DISCONNECTED, "the connection broke before the answer was complete");
  }

  private static boolean isBeforeSending(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException;
  }

  private static String message(JsonValue body) {
    JsonNode json = tree(body);
    JsonNode error = json.has("error") ? json.path("error") : json;
    return error.isTextual() ? error.asText() : error.path("message").asText("no explanation");
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
}
