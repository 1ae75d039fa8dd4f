package dev.smartspawn.worker.call;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.question.ModelParameter;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Charge;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import dev.smartspawn.worker.answer.ReportedUsage;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import dev.smartspawn.worker.money.Charges;
import dev.smartspawn.worker.money.Charges.Charged;
import dev.smartspawn.worker.money.Wallet;
import dev.smartspawn.worker.money.WorstCase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes the outcome of a call, and what it is charged at. */
final class CallSettlement {

  private static final int MAX_THINKING_BYTES = 32 * 1024;

  private final Attempt attempt;
  private final CallSettings settings;
  private final Wallet wallet;

  CallSettlement(Attempt attempt, CallSettings settings, Wallet wallet) {
    this.attempt = attempt;
    this.settings = settings;
    this.wallet = wallet;
  }

  CallOutcome finished(PendingCall pending, Answered answered, Duration took) {
    TruncatedText text = TruncatedText.of(answered.text(), settings.maxOutputBytes());
    boolean cut = answered.whole() == ProviderAnswer.Whole.CUT || text.cut();
    @Nullable String thinking =
        answered.thinking().isBlank()
            ? null
            : TruncatedText.of(answered.thinking(), MAX_THINKING_BYTES).text();
    Charged charged = charged(pending, answered.usage(), answered.text(), answered.thinking());
    wallet.settle(pending.worst(), charged.cost());
    attempt.settle(
        new SpawnStep.CallFinished(
            pending.callId(),
            text.text(),
            thinking,
            cut,
            charged.usage(),
            charged.cost(),
            charged.reported(),
            charged.estimated(),
            took.toMillis(),
            leftOut(pending, answered)));
    return CallOutcome.of(output(pending, text.text(), thinking, cut, charged.usage()));
  }

  CallOutcome failed(PendingCall pending, Failed failed) {
    String partial = TruncatedText.of(failed.partial(), settings.maxOutputBytes()).text();
    if (failed.charge() == Charge.UNKNOWN) {
      wallet.settle(pending.worst(), pending.worst());
      attempt.settle(
          new SpawnStep.CallAmbiguous(
              pending.callId(),
              failed.kind(),
              failed.message(),
              pending.worst(),
              partial.isEmpty() ? null : partial));
    } else if (failed.charge() == Charge.AS_REPORTED) {
      Charged charged = charged(pending, failed.usage(), failed.partial(), "");
      wallet.settle(pending.worst(), charged.cost());
      attempt.settle(
          new SpawnStep.CallFailed(
              pending.callId(),
              failed.kind(),
              failed.message(),
              charged.usage(),
              charged.cost(),
              charged.estimated()));
    } else {
      wallet.settle(pending.worst(), Usd.ZERO);
      attempt.settle(SpawnStep.CallFailed.free(pending.callId(), failed.kind(), failed.message()));
    }
    return CallOutcome.of(
        failed, partial.isBlank() ? null : output(pending, partial, null, true, TokenUsage.NONE));
  }

  /** Null where everything was sent. */
  private static @Nullable List<String> leftOut(PendingCall pending, Answered answered) {
    Set<ModelParameter> all = new TreeSet<>(pending.leftOut());
    all.addAll(answered.leftOut());
    return all.isEmpty() ? null : all.stream().map(ModelParameter::id).toList();
  }

  private static Output output(
      PendingCall pending, String text, @Nullable String thinking, boolean cut, TokenUsage usage) {
    return new Output(
        pending.callId(), pending.part(), pending.planned().model(), text, thinking, cut, usage);
  }

  private static Charged charged(
      PendingCall pending, ReportedUsage usage, String text, String thinking) {
    long written =
        (long) text.getBytes(StandardCharsets.UTF_8).length
            + thinking.getBytes(StandardCharsets.UTF_8).length;
    return Charges.of(
        usage,
        new Charges.Reserved(
            WorstCase.priceOf(pending.prompt(), pending.planned()),
            WorstCase.promptTokens(pending.prompt(), pending.planned()),
            pending.maxTokens(),
            pending.planned().limitsOrUnknown().mayThink(),
            pending.worst()),
        written);
  }
}
