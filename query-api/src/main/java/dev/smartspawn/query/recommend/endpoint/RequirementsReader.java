package dev.smartspawn.query.recommend.endpoint;

import dev.smartspawn.query.catalogue.ModelIds;
import dev.smartspawn.query.http.request.Parameter;
import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.recommend.FreeVariants;
import dev.smartspawn.query.recommend.Incumbency;
import dev.smartspawn.query.recommend.Requirements;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import dev.smartspawn.schema.question.ModelParameter;
import dev.smartspawn.schema.question.TextSize;
import io.undertow.util.StatusCodes;
import java.util.List;
import java.util.Set;

/** Reads what a recommended model must meet. */
final class RequirementsReader {

  private static final Parameter BUDGET = Parameter.of("budget");

  /** A spawn excludes up to 500 models, and those that were tried; each name has up to 200. */
  private static final Parameter EXCLUDE = Parameter.list("exclude", 600 * 201);

  private static final Parameter REQUIRE = Parameter.of("require");
  private static final Parameter PARAMETER_NAMES = Parameter.of("parameters");
  private static final Parameter MIN_CONTEXT = Parameter.of("minContext");
  private static final Parameter INCLUDE_FREE = Parameter.of("includeFree");
  private static final Parameter STEADY = Parameter.of("steady");

  /** Of {@code /pick}; {@code /recommend} has more. */
  static final List<Parameter> PARAMETERS =
      List.of(
          ResolvedTask.TASK,
          BUDGET,
          ResolvedTask.CONTEXT,
          EXCLUDE,
          REQUIRE,
          PARAMETER_NAMES,
          MIN_CONTEXT,
          INCLUDE_FREE,
          STEADY);

  private static final String BUDGETS = "one of " + Budget.known();
  private static final String CAPABILITIES = "any of " + Capability.known();
  private static final String MODEL_PARAMETERS = "any of " + ModelParameter.known();
  private static final long MOST_CONTEXT = 1_000_000_000;

  private RequirementsReader() {}

  /** The texts count as well: a model whose context they do not fit into is no use. */
  static Requirements read(Parameters parameters, ResolvedTask task, ServedCatalogue catalogue) {
    Requirements requirements = withoutIds(parameters, task);
    return requirements.excluding(
        ModelIds.resolve(catalogue, EXCLUDE.name(), excluded(parameters), StatusCodes.BAD_REQUEST));
  }

  /**
   * Refuses what is wrong whatever the catalogue holds, so that a mistake is reported before the
   * first table is there.
   */
  static void check(Parameters parameters, ResolvedTask task) {
    Requirements unused = withoutIds(parameters, task);
    List<String> unusedNames = excluded(parameters);
  }

  private static Requirements withoutIds(Parameters parameters, ResolvedTask task) {
    return new Requirements(
        parameters.choice(BUDGET, Budget::find, BUDGETS).orElse(Budget.MEDIUM),
        parameters.flag(INCLUDE_FREE) ? FreeVariants.INCLUDED : FreeVariants.LEFT_OUT,
        Set.of(),
        Set.copyOf(parameters.choices(REQUIRE, Capability::find, CAPABILITIES)),
        Set.copyOf(parameters.choices(PARAMETER_NAMES, ModelParameter::find, MODEL_PARAMETERS)),
        Math.max(
            parameters.wholeNumber(MIN_CONTEXT, 0, 0, MOST_CONTEXT),
            TextSize.neededContext(task.bytes())),
        parameters.flag(STEADY, true) ? Incumbency.PREFERRED : Incumbency.IGNORED);
  }

  private static List<String> excluded(Parameters parameters) {
    return parameters.choices(EXCLUDE, ModelIds::name, ModelIds.EXPECTED);
  }

  /** No model meets the requirements. */
  static Refusal noModel(Category category, Requirements requirements) {
    String without = requirements.exclude().isEmpty() ? "" : ", apart from the excluded ones";
    return Refusal.notFound(
        "no_model",
        "no %s model %s%s: expected requirements that some model meets"
            .formatted(category, requirements.inWords(), without));
  }
}
