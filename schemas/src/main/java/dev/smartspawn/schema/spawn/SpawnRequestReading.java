package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.chat.ChatMessages;
import dev.smartspawn.schema.chat.ChatParametersReading;
import dev.smartspawn.schema.chat.ContentReading;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.format.ResponseFormat;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.json.RequestFields;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.privacy.PrivacyRuleReader;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a request: the request, or all its mistakes.
 *
 * @param request absent when there are mistakes
 * @param id the requested id; absent if it could not be read
 * @param mistakes each naming the field and what was expected
 */
public record SpawnRequestReading(
    @Nullable SpawnRequest request, @Nullable SpawnId id, List<String> mistakes) {

  public static final int MAX_TASK_BYTES = 256 * 1024;
  public static final int MAX_CONTEXT_BYTES = 64 * 1024;
  public static final int MAX_SYSTEM_BYTES = 64 * 1024;
  public static final int MAX_LABEL_LENGTH = 200;
  public static final int MAX_KEY_LENGTH = 200;
  public static final int MAX_TIMEOUT_SECONDS = 86_400;
  public static final int DEFAULT_TIMEOUT_SECONDS = 600;
  public static final int DEFAULT_COLLECTIVE_COUNT = 3;
  public static final int DEFAULT_JUDGE_THRESHOLD = 7;

  private static final BigDecimal MAX_COST = BigDecimal.valueOf(1000);
  private static final List<String> FIELDS =
      List.of(
          "task",
          "system",
          "messages",
          "images",
          "files",
          "id",
          "category",
          "mode",
          "budget",
          "collectiveCount",
          "label",
          "context",
          "parameters",
          "requireParameters",
          "responseFormat",
          "require",
          "minContext",
          "exclude",
          "maxCostUsd",
          "timeoutSeconds",
          "judgeThreshold",
          "mergeModel",
          "privacy",
          "idempotencyKey",
          "dryRun");
  private static final String KEY =
      "a text that is not blank, of at most " + MAX_KEY_LENGTH + " bytes";

  public SpawnRequestReading {
    mistakes = List.copyOf(mistakes);
  }

  /** A request that contains nothing but its task. */
  public static SpawnRequestReading of(String task) {
    return of(Json.MAPPER.createObjectNode().put("task", task));
  }

  public static SpawnRequestReading of(JsonNode json) {
    if (!json.isObject()) {
      return new SpawnRequestReading(null, null, List.of("expected a JSON object with a 'task'"));
    }
    RequestFields fields = new RequestFields(json);
    fields.rejectUnknown(FIELDS);
    SpawnRequest request = read(fields);
    @Nullable SpawnId id = request.chosenId().orElse(null);
    return fields.mistakes().isEmpty()
        ? new SpawnRequestReading(request, id, List.of())
        : new SpawnRequestReading(null, id, fields.mistakes());
  }

  /**
   * @throws IllegalArgumentException listing every mistake
   */
  public SpawnRequest orElseThrow() {
    if (request == null) {
      throw new IllegalArgumentException(String.join("; ", mistakes));
    }
    return request;
  }

  /** An invalid field reads as its default. The request is not used in that case. */
  private static SpawnRequest read(RequestFields fields) {
    ContentReading media = new ContentReading();
    return new SpawnRequestBuilder()
        .task(task(fields))
        .system(
            fields.text("system", MAX_SYSTEM_BYTES).filter(text -> !text.isBlank()).orElse(null))
        .messages(ChatMessages.read(fields, MAX_TASK_BYTES, media))
        .images(media.images(fields))
        .files(media.files(fields))
        .id(fields.parsed("id", SpawnId.EXPECTED, SpawnId::chosen).orElse(null))
        .category(category(fields))
        .mode(
            fields
                .parsed("mode", oneOf(SpawnMode.known()), SpawnMode::find)
                .orElse(SpawnMode.SINGLE))
        .budget(fields.parsed("budget", oneOf(Budget.known()), Budget::find).orElse(Budget.MEDIUM))
        .collectiveCount(fields.integer("collectiveCount", 2, 5, DEFAULT_COLLECTIVE_COUNT))
        .label(fields.text("label", MAX_LABEL_LENGTH).orElse(null))
        .context(fields.text("context", MAX_CONTEXT_BYTES).orElse(null))
        .parameters(ChatParametersReading.read(fields).orElse(null))
        .requireParameters(fields.flag("requireParameters"))
        .responseFormat(ResponseFormat.read(fields).orElse(null))
        .require(fields.list("require", oneOf(Capability.known()), Capability::find))
        .minContext(fields.integer("minContext", 0, 100_000_000, 0))
        .exclude(
            fields.list("exclude", "model ids, as anthropic/claude-opus-4.6", Parsing::modelId))
        .maxCostUsd(Usd.of(fields.dollars("maxCostUsd", MAX_COST, BigDecimal.ONE)))
        .timeoutSeconds(
            fields.integer("timeoutSeconds", 1, MAX_TIMEOUT_SECONDS, DEFAULT_TIMEOUT_SECONDS))
        .judgeThreshold(fields.integer("judgeThreshold", 1, 10, DEFAULT_JUDGE_THRESHOLD))
        .mergeModel(
            fields
                .parsed("mergeModel", "a model id, as anthropic/claude-opus-4.6", Parsing::modelId)
                .orElse(null))
        .privacy(PrivacyRuleReader.read(fields, "privacy").orElse(null))
        .idempotencyKey(fields.parsed("idempotencyKey", KEY, Parsing::key).orElse(null))
        .dryRun(fields.flag("dryRun"))
        .build();
  }

  /** Null where there are messages in its place. */
  private static @Nullable String task(RequestFields fields) {
    if (fields.value("messages").isEmpty()) {
      return fields.requiredText("task", MAX_TASK_BYTES);
    }
    if (fields.value("task").isPresent()) {
      fields.mistake("'task' and 'messages' are both given: expected one of them");
    }
    if (fields.value("system").isPresent()) {
      fields.mistake(
          "'system' is given beside 'messages': expected a message with the role system instead");
    }
    for (String field : List.of("images", "files")) {
      if (fields.value(field).isPresent()) {
        fields.mistake(
            "'%s' is given beside 'messages': expected it among the parts of a message"
                .formatted(field));
      }
    }
    return null;
  }

  private static @Nullable Category category(RequestFields fields) {
    return fields.isText("category", "auto")
        ? null
        : fields
            .parsed("category", oneOf("auto, " + Category.known()), Category::find)
            .orElse(null);
  }

  private static String oneOf(String known) {
    return "one of " + known;
  }

  /** Parsers of text fields. */
  private static final class Parsing {

    private Parsing() {}

    static Optional<String> key(String text) {
      boolean fits = text.getBytes(StandardCharsets.UTF_8).length <= MAX_KEY_LENGTH;
      return fits && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    static Optional<CanonicalId> modelId(String text) {
      try {
        return Optional.of(CanonicalId.of(text));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
