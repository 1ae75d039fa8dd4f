package dev.smartspawn.schema.spawn;

import dev.smartspawn.schema.question.Capability;
import dev.smartspawn.schema.question.ModelParameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The known limits of a model that bound a call to it. Absent values are unknown.
 *
 * @param thinks whether it may write hidden thinking tokens
 * @param contextTokens the most tokens it reads and writes together
 * @param outputTokens the most tokens it writes
 * @param json whether it can be held to answer in JSON
 * @param parameters the parameters of a call that it takes, as the catalogue lists them
 * @param images whether it takes images
 * @param files whether it takes PDF documents
 */
public record ModelLimits(
    @Nullable Boolean thinks,
    @Nullable Long contextTokens,
    @Nullable Long outputTokens,
    @Nullable Boolean json,
    @Nullable List<String> parameters,
    @Nullable Boolean images,
    @Nullable Boolean files) {

  /** The estimate of a prompt may be too high, so this much is asked for in any case. */
  private static final int LEAST_TOKENS = 1024;

  public static final ModelLimits UNKNOWN = new ModelLimits(null, null, null, null);

  public ModelLimits {
    parameters = parameters == null ? null : List.copyOf(parameters);
  }

  /** Limits of a model whose parameters are unknown. */
  public ModelLimits(
      @Nullable Boolean thinks,
      @Nullable Long contextTokens,
      @Nullable Long outputTokens,
      @Nullable Boolean json) {
    this(thinks, contextTokens, outputTokens, json, null);
  }

  /** Limits of a model of which it is unknown whether it takes images and files. */
  public ModelLimits(
      @Nullable Boolean thinks,
      @Nullable Long contextTokens,
      @Nullable Long outputTokens,
      @Nullable Boolean json,
      @Nullable List<String> parameters) {
    this(thinks, contextTokens, outputTokens, json, parameters, null, null);
  }

  /**
   * An unknown model is assumed to think, so that its thinking tokens are included in the bound.
   */
  public boolean mayThink() {
    return thinks == null || thinks;
  }

  /** Whether it is known that the model takes the parameter. */
  public boolean takes(ModelParameter parameter) {
    return parameters != null && parameter.isAmong(parameters);
  }

  /** Whether it is known that the model does not take the parameter. */
  public boolean refuses(ModelParameter parameter) {
    return parameters != null && !parameter.isAmong(parameters);
  }

  /** Whether it is known that the model takes such content; true of any other capability. */
  public boolean takes(Capability content) {
    return switch (content) {
      case VISION -> images != null && images;
      case FILES -> files != null && files;
      default -> true;
    };
  }

  public boolean canAnswerInJson() {
    return json != null && json;
  }

  /**
   * @param tokens that prompt and answer need together
   */
  public boolean hasContext(long tokens) {
    return contextTokens == null || contextTokens >= tokens;
  }

  /** These limits, completed by others where they are unknown. */
  public ModelLimits or(ModelLimits others) {
    return new ModelLimits(
        thinks == null ? others.thinks : thinks,
        contextTokens == null ? others.contextTokens : contextTokens,
        outputTokens == null ? others.outputTokens : outputTokens,
        json == null ? others.json : json,
        parameters == null ? others.parameters : parameters,
        images == null ? others.images : images,
        files == null ? others.files : files);
  }

  /**
   * @param wanted tokens to write
   * @param promptTokens an estimate of the prompt's size
   * @return the wanted tokens, reduced to what the model may write
   */
  public int bound(int wanted, long promptTokens) {
    long inWindow =
        contextTokens == null ? wanted : Math.max(LEAST_TOKENS, contextTokens - promptTokens);
    long bound = Math.min(wanted, inWindow);
    return (int) Math.max(1, outputTokens == null ? bound : Math.min(bound, outputTokens));
  }
}
