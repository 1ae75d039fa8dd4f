package dev.smartspawn.local.command.day;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.question.StandardQuestion;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a question is answered by another model than on the day before. */
enum PickCause {
  /** The model before is not in the catalogue any more. */
  GONE,
  /** The model now was not in the catalogue. */
  NEW_MODEL,
  /** The price of one of the two changed. */
  PRICE,
  /** The figures of one of the two changed. */
  FIGURES,
  /** Something else of one of the two changed, such as a capability. */
  CAPABILITIES,
  /** Nothing of the two changed. */
  NOTHING;

  /**
   * The first that holds, except that a price counts before figures only if it crossed the budget.
   */
  static PickCause of(
      StandardQuestion question,
      Map<CanonicalId, DayModel> before,
      CanonicalId from,
      Map<CanonicalId, DayModel> after,
      CanonicalId to) {
    @Nullable DayModel fromBefore = before.get(from);
    @Nullable DayModel toBefore = before.get(to);
    @Nullable DayModel fromAfter = after.get(from);
    @Nullable DayModel toAfter = after.get(to);
    if (fromAfter == null || fromBefore == null) {
      return GONE;
    }
    if (toBefore == null || toAfter == null) {
      return NEW_MODEL;
    }
    if (crossed(question, fromBefore, fromAfter) || crossed(question, toBefore, toAfter)) {
      return PRICE;
    }
    if (!fromBefore.hasSameFigures(fromAfter) || !toBefore.hasSameFigures(toAfter)) {
      return FIGURES;
    }
    if (!fromBefore.pricing().equals(fromAfter.pricing())
        || !toBefore.pricing().equals(toAfter.pricing())) {
      return PRICE;
    }
    return fromBefore.isSame(fromAfter) && toBefore.isSame(toAfter) ? NOTHING : CAPABILITIES;
  }

  @JsonValue
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static boolean crossed(StandardQuestion question, DayModel before, DayModel after) {
    return question.budget().affords(before.pricing().promptWithFee())
        != question.budget().affords(after.pricing().promptWithFee());
  }
}
