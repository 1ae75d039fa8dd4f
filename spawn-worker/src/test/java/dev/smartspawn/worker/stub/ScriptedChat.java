package dev.smartspawn.worker.stub;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.answer.ProviderAnswer.Charge;
import dev.smartspawn.worker.answer.ReportedUsage;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.provider.ChatApi;
import dev.smartspawn.worker.provider.ModelCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A chat API that answers by a script and remembers its calls. */
public final class ScriptedChat implements ChatApi {

  private final Script script;
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /** Answers one call. */
  @FunctionalInterface
  public interface Script {
    ProviderAnswer answer(String model, Prompt prompt);
  }

  public record Call(String model, Prompt prompt, int maxTokens, Duration timeout) {}

  public ScriptedChat(Script script) {
    this.script = script;
  }

  /** Names its model in each answer; as a judge, it gives no grade. */
  public static ScriptedChat namingItsModel() {
    return new ScriptedChat(
        (model, prompt) ->
            reply(
                prompt.messages().get(0).text().startsWith("You grade")
                    ? "no grade"
                    : "answer of " + model));
  }

  /** An answer of which 10 tokens were read and 20 written. */
  public static ProviderAnswer reply(String text) {
    return reply(text, ProviderAnswer.Whole.YES, null);
  }

  /**
   * @param cost null where the provider does not name it
   */
  public static ProviderAnswer reply(String text, ProviderAnswer.Whole whole, @Nullable Usd cost) {
    return new ProviderAnswer.Answered(
        text,
        "",
        whole,
        new ReportedUsage(
            OptionalLong.of(10), OptionalLong.of(20), Optional.ofNullable(cost), false));
  }

  /** A refusal that costs nothing. */
  public static ProviderAnswer failed(FailureKind kind, String message) {
    return failed(kind, message, Charge.NOTHING);
  }

  public static ProviderAnswer failed(FailureKind kind, String message, Charge charge) {
    return new ProviderAnswer.Failed(
        kind, message, Optional.empty(), Optional.empty(), "", charge, ReportedUsage.NONE);
  }

  @Override
  public ProviderAnswer complete(ModelCall call) {
    String model = call.route().model().value();
    calls.add(new Call(model, call.prompt(), call.maxTokens(), call.timeout()));
    return script.answer(model, call.prompt());
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }
}
