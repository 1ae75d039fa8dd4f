package dev.smartspawn.schema.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.smartspawn.schema.question.ModelParameter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a model is to write. What is absent is left to the model.
 *
 * @param temperature 0 to 2
 * @param topP above 0, at most 1
 * @param maxTokens the most it may write, its thinking included
 * @param seed makes answers repeatable, as far as the model can
 * @param stop texts before which the answer ends; at most 4
 */
public record ChatParameters(
    @Nullable BigDecimal temperature,
    @Nullable BigDecimal topP,
    @Nullable Integer maxTokens,
    @Nullable Effort effort,
    @Nullable Long seed,
    @Nullable List<String> stop,
    @Nullable Verbosity verbosity) {

  public static final ChatParameters NONE =
      new ChatParameters(null, null, null, null, null, null, null);

  public ChatParameters {
    stop = stop == null || stop.isEmpty() ? null : List.copyOf(stop);
  }

  /** The parameters that are given. */
  @JsonIgnore
  public Set<ModelParameter> given() {
    Set<ModelParameter> given = EnumSet.noneOf(ModelParameter.class);
    add(given, ModelParameter.TEMPERATURE, temperature);
    add(given, ModelParameter.TOP_P, topP);
    add(given, ModelParameter.MAX_TOKENS, maxTokens);
    add(given, ModelParameter.EFFORT, effort);
    add(given, ModelParameter.SEED, seed);
    add(given, ModelParameter.STOP, stop);
    add(given, ModelParameter.VERBOSITY, verbosity);
    return given;
  }

  /** The same, without these. */
  public ChatParameters without(Collection<ModelParameter> left) {
    return left.isEmpty()
        ? this
        : new ChatParameters(
            left.contains(ModelParameter.TEMPERATURE) ? null : temperature,
            left.contains(ModelParameter.TOP_P) ? null : topP,
            left.contains(ModelParameter.MAX_TOKENS) ? null : maxTokens,
            left.contains(ModelParameter.EFFORT) ? null : effort,
            left.contains(ModelParameter.SEED) ? null : seed,
            left.contains(ModelParameter.STOP) ? null : stop,
            left.contains(ModelParameter.VERBOSITY) ? null : verbosity);
  }

  /** For people. */
  public static String inWords(Collection<ModelParameter> parameters) {
    return parameters.stream().sorted().map(ModelParameter::id).collect(Collectors.joining(", "));
  }

  private static void add(
      Set<ModelParameter> given, ModelParameter parameter, @Nullable Object value) {
    if (value != null) {
      given.add(parameter);
    }
  }
}
