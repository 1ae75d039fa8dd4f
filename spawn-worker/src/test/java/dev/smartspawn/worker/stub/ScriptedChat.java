package dev.smartspawn.worker.stub;

import dev.smartspawn.schema.spawn.TokenUsage;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.call.ChatApi;
import dev.smartspawn.worker.call.ChatFailedException;
import dev.smartspawn.worker.call.ChatReply;
import dev.smartspawn.worker.call.ModelRoute;
import dev.smartspawn.worker.prompt.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A chat API that answers by a script and remembers its calls. */
public final class ScriptedChat implements ChatApi {

  private final Script script;
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /** Answers one call. */
  @FunctionalInterface
  public interface Script {
    ChatReply answer(String model, Prompt prompt) throws ChatFailedException;
  }

  public record Call(String model, Prompt prompt, int maxTokens, Duration timeout) {}

  public ScriptedChat(Script script) {
    this.script = script;
  }

  public static ChatReply reply(String text) {
    return new ChatReply(text, false, new TokenUsage(10, 20), null);
  }

  @Override
  public ChatReply complete(
      ModelRoute route, Prompt prompt, int maxTokens, Duration timeout, RequestId requestId)
      throws ChatFailedException {
    calls.add(new Call(route.model().value(), prompt, maxTokens, timeout));
    return script.answer(route.model().value(), prompt);
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }
}
