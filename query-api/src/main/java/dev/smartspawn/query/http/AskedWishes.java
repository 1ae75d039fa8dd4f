package dev.smartspawn.query.http;

import dev.smartspawn.query.recommend.FreeVariants;
import dev.smartspawn.query.recommend.Wishes;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import java.util.EnumSet;
import java.util.Set;

/** Reads what a recommended model must be like. */
final class AskedWishes {

  /** Of {@code /pick}; {@code /recommend} has them, too. */
  static final Set<Parameter> PARAMETERS =
      EnumSet.of(
          Parameter.TASK,
          Parameter.CONTEXT,
          Parameter.BUDGET,
          Parameter.EXCLUDE,
          Parameter.REQUIRE,
          Parameter.MIN_CONTEXT,
          Parameter.INCLUDE_FREE);

  private static final long MOST_CONTEXT = 1_000_000_000;

  private AskedWishes() {}

  static Wishes of(Parameters parameters) {
    return new Wishes(
        parameters
            .choice(Parameter.BUDGET, Budget::find, "one of " + Budget.known())
            .orElse(Budget.MEDIUM),
        parameters.flag(Parameter.INCLUDE_FREE) ? FreeVariants.INCLUDED : FreeVariants.LEFT_OUT,
        Set.copyOf(parameters.choices(Parameter.EXCLUDE, ModelIds::find, ModelIds.EXPECTED)),
        Set.copyOf(
            parameters.choices(
                Parameter.REQUIRE, Capability::find, "any of " + Capability.known())),
        parameters.wholeNumber(Parameter.MIN_CONTEXT, 0, 0, MOST_CONTEXT));
  }

  /** No model meets the wishes. */
  static Refusal noModel(Category category, Wishes wishes) {
    String without = wishes.exclude().isEmpty() ? "" : ", the excluded ones aside";
    return Refusal.notFound(
        "no_model",
        "no %s model %s%s: expected wishes that some model meets"
            .formatted(category, wishes.inWords(), without));
  }
}
