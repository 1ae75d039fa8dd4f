package dev.smartspawn.worker.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.RequestOptions;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionUsage;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.TokenUsage;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.prompt.Prompt;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Uses the official client library, with one client per provider. The library's retries are off, so
 * that every call is reserved and recorded.
 */
public final class OpenAiChatApi implements ChatApi, AutoCloseable {

  /** The client requires a key, even for local servers that need none. */
  private static final String NO_KEY = "none";

  /** OpenRouter's finish reason when the upstream provider failed mid-answer. */
  private static final ChatCompletion.Choice.FinishReason BROKEN_OFF =
      ChatCompletion.Choice.FinishReason.of("error");

  private final Map<String, OpenAIClient> clients = new ConcurrentHashMap<>();
  private final ChatFailures failures;

  /**
   * @param keys are removed from messages
   */
  public OpenAiChatApi(List<String> keys, Clock clock) {
    this.failures = new ChatFailures(keys, clock);
  }

  @Override
  public ChatReply complete(
      ModelRoute route, Prompt prompt, int maxTokens, Duration timeout, RequestId requestId)
      throws ChatFailedException {
    Provider provider = route.provider();
    if (!provider.isUsable()) {
      throw new ChatFailedException(
          FailureKind.UNAUTHORIZED,
          "no key for %s: set %s".formatted(provider.name(), provider.keyVariable()));
    }
    try {
      ChatCompletion completion =
          clients
              .computeIfAbsent(provider.name(), name -> client(provider))
              .chat()
              .completions()
              .create(
                  params(route, prompt, maxTokens, requestId),
                  RequestOptions.builder().timeout(timeout).build());
      return reply(completion);
    } catch (OpenAIException e) {
      throw failures.of(e);
    }
  }

  @Override
  public void close() {
    clients.values().forEach(OpenAIClient::close);
    clients.clear();
  }

  private static OpenAIClient client(Provider provider) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(provider.baseUrl().toString())
        .apiKey(provider.key().orElse(NO_KEY))
        .maxRetries(0)
        .build();
  }

  private static ChatCompletionCreateParams params(
      ModelRoute route, Prompt prompt, int maxTokens, RequestId requestId) {
    ChatCompletionCreateParams.Builder params =
        ChatCompletionCreateParams.builder().model(route.nativeId());
    params.putAdditionalBodyProperty(
        route.provider().maxTokensParameter(), JsonValue.from(maxTokens));
    params.putAdditionalHeader(RequestId.HTTP_HEADER, requestId.value());
    for (Prompt.Message message : prompt.messages()) {
      if (message.role() == Prompt.Role.SYSTEM) {
        params.addSystemMessage(message.text());
      } else {
        params.addUserMessage(message.text());
      }
    }
    return params.build();
  }

  private ChatReply reply(ChatCompletion completion) throws ChatFailedException {
    JsonValue error = completion._allProperties().get("error");
    if (error != null) {
      throw failures.inBody(error);
    }
    List<ChatCompletion.Choice> choices =
        completion._choices().asKnown().orElseThrow(ChatFailures::noChoices);
    if (choices.isEmpty()) {
      throw ChatFailures.noChoices();
    }
    @Nullable TokenUsage usage = completion.usage().map(OpenAiChatApi::tokens).orElse(null);
    @Nullable Usd cost = completion.usage().flatMap(OpenAiChatApi::cost).orElse(null);
    ChatCompletion.Choice choice = choices.get(0);
    String text = choice.message().content().orElse("");
    if (choice.finishReason().equals(ChatCompletion.Choice.FinishReason.CONTENT_FILTER)) {
      throw new ChatFailedException(
          FailureKind.CONTENT_FILTER,
          "the provider's content filter withheld the answer",
          usage,
          cost);
    }
    if (choice.finishReason().equals(BROKEN_OFF)) {
      throw new ChatFailedException(FailureKind.DISCONNECTED, "the answer broke off", usage, cost);
    }
    if (text.isBlank()) {
      throw new ChatFailedException(
          FailureKind.EMPTY,
          "the answer is empty (finish reason %s)".formatted(choice.finishReason()),
          usage,
          cost);
    }
    boolean cut = choice.finishReason().equals(ChatCompletion.Choice.FinishReason.LENGTH);
    return new ChatReply(text, cut, usage, cost);
  }

  private static TokenUsage tokens(CompletionUsage usage) {
    return new TokenUsage(usage.promptTokens(), usage.completionTokens());
  }

  /** OpenRouter reports the cost of a call in USD. */
  private static Optional<Usd> cost(CompletionUsage usage) {
    JsonValue reported = usage._allProperties().get("cost");
    JsonNode cost = reported == null ? MissingNode.getInstance() : ChatFailures.tree(reported);
    return cost.isNumber() && cost.decimalValue().signum() >= 0
        ? Optional.of(Usd.of(cost.decimalValue()))
        : Optional.empty();
  }
}
