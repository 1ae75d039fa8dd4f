package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.format.ResponseFormat;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import dev.smartspawn.schema.question.ModelParameter;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.worker.prompt.PromptMedia;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The requirements a model has to meet.
 *
 * @param task the task's text, from which query-api derives a missing category
 * @param category absent when query-api should derive it from the task
 * @param context what else is said beside the task
 * @param parameters of a call that the model must take
 * @param preferred parameters of which the model should take the first, or else the second, and so
 *     on
 * @param exclude models not to use
 * @param added those of {@code exclude} that the request does not name: models that were tried
 * @param named the model to use; overrides everything else
 */
public record ModelQuery(
    String task,
    @Nullable Category category,
    Budget budget,
    @Nullable String context,
    List<Capability> require,
    Set<ModelParameter> parameters,
    List<ModelParameter> preferred,
    int minContext,
    List<CanonicalId> exclude,
    List<CanonicalId> added,
    @Nullable CanonicalId named) {

  public ModelQuery {
    require = List.copyOf(require);
    parameters = Set.copyOf(parameters);
    preferred = List.copyOf(preferred);
    exclude = List.copyOf(exclude);
    added = List.copyOf(added);
  }

  /** The requirements of a request. */
  public static ModelQuery of(SpawnRequest request) {
    return new ModelQuery(
        request.asked(),
        request.category(),
        request.budget(),
        request.material().orElse(null),
        required(request),
        request.requireParameters() ? request.parametersOrNone().given() : Set.of(),
        preferred(request.responseFormat()),
        request.minContext(),
        request.exclude(),
        List.of(),
        null);
  }

  public static ModelQuery of(Category category, Budget budget) {
    return new ModelQuery(
        "", category, budget, null, List.of(), Set.of(), List.of(), 0, List.of(), List.of(), null);
  }

  public ModelQuery atBudget(Budget other) {
    return with(draft -> draft.budget = other);
  }

  public ModelQuery without(List<CanonicalId> unwanted) {
    return with(
        draft -> {
          draft.exclude.addAll(unwanted);
          draft.added.addAll(unwanted);
        });
  }

  /** The same, for models with at least this much context. */
  public ModelQuery withContext(long tokens) {
    int least = (int) Math.min(Integer.MAX_VALUE, Math.max(minContext, tokens));
    return with(draft -> draft.minContext = least);
  }

  /** The content that a model must be able to read. */
  public Set<Capability> content() {
    Set<Capability> content = EnumSet.of(Capability.VISION, Capability.FILES);
    content.retainAll(require);
    return content;
  }

  /** The same, for models that read this content as well. */
  public ModelQuery reading(Set<Capability> content) {
    return with(
        draft -> {
          draft.require.removeAll(content);
          draft.require.addAll(content);
        });
  }

  /** Without an excluded model that nobody knows any more. */
  ModelQuery readmitting(CanonicalId id) {
    return with(
        draft -> {
          draft.exclude.removeIf(id::equals);
          draft.added.removeIf(id::equals);
        });
  }

  public ModelQuery forModel(CanonicalId id) {
    return with(draft -> draft.named = id);
  }

  /** The same, for models that take this parameter as well. */
  ModelQuery requiring(ModelParameter parameter) {
    return with(
        draft -> {
          draft.parameters.add(parameter);
          draft.preferred = List.of();
        });
  }

  private ModelQuery with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new ModelQuery(
        task,
        category,
        draft.budget,
        context,
        draft.require,
        draft.parameters,
        draft.preferred,
        draft.minContext,
        draft.exclude,
        draft.added,
        draft.named);
  }

  /** What the request requires, and what its images and files do. */
  private static List<Capability> required(SpawnRequest request) {
    Set<Capability> required = new LinkedHashSet<>(request.require());
    required.addAll(PromptMedia.of(request.media()).needed());
    return List.copyOf(required);
  }

  private static List<ModelParameter> preferred(@Nullable ResponseFormat format) {
    if (format == null) {
      return List.of();
    }
    return format.schema() == null
        ? List.of(ModelParameter.RESPONSE_FORMAT)
        : List.of(ModelParameter.STRUCTURED_OUTPUTS, ModelParameter.RESPONSE_FORMAT);
  }

  /** What a copy may change. */
  private static final class Draft {

    private Budget budget;
    private final List<Capability> require;
    private final Set<ModelParameter> parameters;
    private List<ModelParameter> preferred;
    private int minContext;
    private final List<CanonicalId> exclude;
    private final List<CanonicalId> added;
    private @Nullable CanonicalId named;

    Draft(ModelQuery query) {
      budget = query.budget;
      require = new ArrayList<>(query.require);
      parameters = new HashSet<>(query.parameters);
      preferred = query.preferred;
      minContext = query.minContext;
      exclude = new ArrayList<>(query.exclude);
      added = new ArrayList<>(query.added);
      named = query.named;
    }
  }
}
