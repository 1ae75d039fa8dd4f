package dev.smartspawn.worker.baseline;

import dev.smartspawn.schema.cost.SpendKey;
import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.price.AnswerLength;
import dev.smartspawn.schema.price.AnswerLength.Basis;
import dev.smartspawn.schema.spawn.CallPurpose;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long the answers of models have been here, and how long another model's would be. */
public final class ObservedLengths {

  /** Calls whose text answers a task. */
  private static final Set<CallPurpose> ANSWERS =
      EnumSet.of(CallPurpose.ANSWER, CallPurpose.MEMBER, CallPurpose.ESCALATION);

  /** With fewer answers, their mean says little. */
  private static final int FEWEST = 20;

  /** Of a normal distribution, for an interval of 95 %. */
  private static final double QUANTILE = 1.96;

  /** An assumption: answers of models that are not known differ by at most this factor. */
  private static final long SPREAD = 3;

  private final Map<SpendKey, Lengths> rows = new HashMap<>();
  private final Map<Group, Lengths> sums = new HashMap<>();

  /**
   * @param category absent for all categories together
   */
  private record Group(CanonicalId model, @Nullable Category category) {}

  /**
   * @param row absent when it has been deleted
   */
  public synchronized void put(SpendKey key, @Nullable SpendRow row) {
    if (!ANSWERS.contains(key.purpose())) {
      return;
    }
    Lengths now = row == null ? Lengths.NONE : Lengths.of(row);
    @Nullable Lengths known = rows.put(key, now);
    Lengths more = known == null ? now : now.minus(known);
    sums.merge(new Group(key.model(), null), more, Lengths::plus);
    if (key.category() != null) {
      sums.merge(new Group(key.model(), key.category()), more, Lengths::plus);
    }
  }

  /**
   * How long the answer of a model would be where another one has written {@code tokens}.
   *
   * @param category of the task; absent if unknown
   */
  synchronized AnswerLength of(
      CanonicalId model, CanonicalId answering, @Nullable Category category, long tokens) {
    if (model.equals(answering)) {
      return new AnswerLength(tokens, tokens, tokens, Basis.MEASURED);
    }
    return observed(model, answering, category, tokens)
        .or(() -> observed(model, answering, null, tokens))
        .orElseGet(() -> new AnswerLength(tokens, tokens / SPREAD, tokens * SPREAD, Basis.SAME));
  }

  /**
   * By the ratio of the means. The interval is the ratio's: its logarithm is nearly normal, and its
   * variance is the sum of the relative variances of both means (delta method).
   */
  private Optional<AnswerLength> observed(
      CanonicalId model, CanonicalId answering, @Nullable Category category, long tokens) {
    Lengths other = sums.getOrDefault(new Group(model, category), Lengths.NONE);
    Lengths own = sums.getOrDefault(new Group(answering, category), Lengths.NONE);
    if (other.count() < FEWEST || own.count() < FEWEST || own.sum() == 0 || other.sum() == 0) {
      return Optional.empty();
    }
    double assumed = tokens * other.mean() / own.mean();
    double spread =
        Math.exp(QUANTILE * Math.sqrt(other.relativeVariance() + own.relativeVariance()));
    return Optional.of(
        new AnswerLength(
            Math.round(assumed),
            (long) Math.floor(assumed / spread),
            (long) Math.ceil(assumed * spread),
            Basis.OBSERVED));
  }
}
