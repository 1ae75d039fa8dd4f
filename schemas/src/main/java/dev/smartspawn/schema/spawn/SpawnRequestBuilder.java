package dev.smartspawn.schema.spawn;

import dev.smartspawn.schema.chat.ChatMessage;
import dev.smartspawn.schema.chat.ChatParameters;
import dev.smartspawn.schema.chat.ContentPart;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.format.ResponseFormat;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds a request by the names of its components. */
public final class SpawnRequestBuilder {

  private @Nullable String task;
  private @Nullable String system;
  private List<ChatMessage> messages = List.of();
  private List<ContentPart.Image> images = List.of();
  private List<ContentPart.File> files = List.of();
  private @Nullable SpawnId id;
  private @Nullable Category category;
  private @Nullable SpawnMode mode;
  private @Nullable Budget budget;
  private int collectiveCount;
  private @Nullable String label;
  private @Nullable String context;
  private @Nullable ChatParameters parameters;
  private boolean requireParameters;
  private @Nullable ResponseFormat responseFormat;
  private List<Capability> require = List.of();
  private int minContext;
  private List<CanonicalId> exclude = List.of();
  private @Nullable Usd maxCostUsd;
  private int timeoutSeconds;
  private int judgeThreshold;
  private @Nullable CanonicalId mergeModel;
  private @Nullable PrivacyRule privacy;
  private @Nullable String idempotencyKey;
  private boolean dryRun;

  public SpawnRequestBuilder() {}

  /** Begins with what the request says. */
  public SpawnRequestBuilder(SpawnRequest request) {
    task = request.task();
    system = request.system();
    messages = request.messages();
    images = request.images();
    files = request.files();
    id = request.id();
    category = request.category();
    mode = request.mode();
    budget = request.budget();
    collectiveCount = request.collectiveCount();
    label = request.label();
    context = request.context();
    parameters = request.parameters();
    requireParameters = request.requireParameters();
    responseFormat = request.responseFormat();
    require = request.require();
    minContext = request.minContext();
    exclude = request.exclude();
    maxCostUsd = request.maxCostUsd();
    timeoutSeconds = request.timeoutSeconds();
    judgeThreshold = request.judgeThreshold();
    mergeModel = request.mergeModel();
    privacy = request.privacy();
    idempotencyKey = request.idempotencyKey();
    dryRun = request.dryRun();
  }

  public SpawnRequestBuilder task(@Nullable String task) {
    this.task = task;
    return this;
  }

  public SpawnRequestBuilder system(@Nullable String system) {
    this.system = system;
    return this;
  }

  public SpawnRequestBuilder messages(List<ChatMessage> messages) {
    this.messages = messages;
    return this;
  }

  public SpawnRequestBuilder images(List<ContentPart.Image> images) {
    this.images = images;
    return this;
  }

  public SpawnRequestBuilder files(List<ContentPart.File> files) {
    this.files = files;
    return this;
  }

  public SpawnRequestBuilder id(@Nullable SpawnId id) {
    this.id = id;
    return this;
  }

  public SpawnRequestBuilder category(@Nullable Category category) {
    this.category = category;
    return this;
  }

  public SpawnRequestBuilder mode(SpawnMode mode) {
    this.mode = mode;
    return this;
  }

  public SpawnRequestBuilder budget(Budget budget) {
    this.budget = budget;
    return this;
  }

  public SpawnRequestBuilder collectiveCount(int collectiveCount) {
    this.collectiveCount = collectiveCount;
    return this;
  }

  public SpawnRequestBuilder label(@Nullable String label) {
    this.label = label;
    return this;
  }

  public SpawnRequestBuilder context(@Nullable String context) {
    this.context = context;
    return this;
  }

  public SpawnRequestBuilder parameters(@Nullable ChatParameters parameters) {
    this.parameters = parameters;
    return this;
  }

  public SpawnRequestBuilder requireParameters(boolean requireParameters) {
    this.requireParameters = requireParameters;
    return this;
  }

  public SpawnRequestBuilder responseFormat(@Nullable ResponseFormat responseFormat) {
    this.responseFormat = responseFormat;
    return this;
  }

  public SpawnRequestBuilder require(List<Capability> require) {
    this.require = require;
    return this;
  }

  public SpawnRequestBuilder minContext(int minContext) {
    this.minContext = minContext;
    return this;
  }

  public SpawnRequestBuilder exclude(List<CanonicalId> exclude) {
    this.exclude = exclude;
    return this;
  }

  public SpawnRequestBuilder maxCostUsd(Usd maxCostUsd) {
    this.maxCostUsd = maxCostUsd;
    return this;
  }

  public SpawnRequestBuilder timeoutSeconds(int timeoutSeconds) {
    this.timeoutSeconds = timeoutSeconds;
    return this;
  }

  public SpawnRequestBuilder judgeThreshold(int judgeThreshold) {
    this.judgeThreshold = judgeThreshold;
    return this;
  }

  public SpawnRequestBuilder mergeModel(@Nullable CanonicalId mergeModel) {
    this.mergeModel = mergeModel;
    return this;
  }

  public SpawnRequestBuilder privacy(@Nullable PrivacyRule privacy) {
    this.privacy = privacy;
    return this;
  }

  public SpawnRequestBuilder idempotencyKey(@Nullable String idempotencyKey) {
    this.idempotencyKey = idempotencyKey;
    return this;
  }

  public SpawnRequestBuilder dryRun(boolean dryRun) {
    this.dryRun = dryRun;
    return this;
  }

  /**
   * @throws NullPointerException naming a required component that is missing
   */
  public SpawnRequest build() {
    return new SpawnRequest(
        task,
        system,
        messages,
        images,
        files,
        id,
        category,
        Objects.requireNonNull(mode, "mode"),
        Objects.requireNonNull(budget, "budget"),
        collectiveCount,
        label,
        context,
        parameters,
        requireParameters,
        responseFormat,
        require,
        minContext,
        exclude,
        Objects.requireNonNull(maxCostUsd, "maxCostUsd"),
        timeoutSeconds,
        judgeThreshold,
        mergeModel,
        privacy,
        idempotencyKey,
        dryRun);
  }
}
