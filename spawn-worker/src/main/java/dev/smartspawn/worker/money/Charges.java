package dev.smartspawn.worker.money;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.worker.answer.ReportedUsage;
import java.util.OptionalLong;

/**
 * Decides what a call is charged at: never less than the provider says, and never silently less
 * than the list price of what it did.
 */
public final class Charges {

  /** A provider may charge more than list price: searches, fees, a gateway's share. */
  private static final int MOST_TIMES_WORST = 100;

  /** What templates add to a prompt's bytes in the bound, roughly. */
  private static final int MOST_OF_TEMPLATES = 1024;

  private static final Usd MOST_BESIDES = Usd.of("10");

  private Charges() {}

  /**
   * What one call was reserved with.
   *
   * @param promptTokens an upper bound
   * @param maxTokens the most the model may write
   * @param mayThink whether the model may write tokens that nobody sees
   * @param worst the most it can cost at list price
   */
  public record Reserved(
      ModelPrice price, long promptTokens, int maxTokens, boolean mayThink, Usd worst) {}

  /**
   * @param usage as reported, or bounded where it was not
   * @param reported whether the provider named the cost
   * @param estimated whether a part of {@code usage} is an upper bound
   */
  public record Charged(TokenUsage usage, Usd cost, boolean reported, boolean estimated) {}

  /**
   * @param writtenBytes of UTF-8 in all that the model is known to have written
   */
  public static Charged of(ReportedUsage reported, Reserved reserved, long writtenBytes) {
    boolean mayThink = reserved.mayThink() || reported.thought();
    long written = writtenBytes + reported.besidesBytes();
    long bound = mayThink ? Math.max(reserved.maxTokens(), written) : written;
    OptionalLong read = possible(reported.prompt(), reserved.promptTokens());
    TokenUsage usage =
        new TokenUsage(read.orElse(reserved.promptTokens()), reported.completion().orElse(bound));
    boolean estimated = read.isEmpty() || reported.completion().isEmpty();
    Usd atListPrice = reserved.price().costOf(usage);
    boolean believed =
        reported.cost().isPresent()
            && !reported.cost().get().isAbove(most(reserved))
            && (reported.cost().get().isAbove(Usd.ZERO) || atListPrice.equals(Usd.ZERO));
    if (believed) {
      TokenUsage named =
          new TokenUsage(reported.prompt().orElse(0), reported.completion().orElse(0));
      return new Charged(named, reported.cost().get(), true, false);
    }
    // A cost that cannot be true, or of nothing for work that has a price.
    return new Charged(usage, atListPrice, false, estimated || reported.cost().isPresent());
  }

  /** Servers that keep a prompt count only what was new in it, and some are paid for all of it. */
  private static OptionalLong possible(OptionalLong prompt, long promptTokens) {
    boolean tooFew =
        prompt.isPresent()
            && ReportedUsage.isTooFew(prompt.getAsLong(), promptTokens - MOST_OF_TEMPLATES);
    return tooFew ? OptionalLong.empty() : prompt;
  }

  private static Usd most(Reserved reserved) {
    return new Usd(Math.multiplyExact(reserved.worst().centMillionths(), (long) MOST_TIMES_WORST))
        .plus(MOST_BESIDES);
  }
}
