package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.json.RequestFields;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.spawn.SpawnReport.Rated;
import dev.smartspawn.schema.spawn.SpawnReport.Spawned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads reports as agents send them. Both readings throw IllegalArgumentException listing every
 * mistake, each naming the field and what was expected.
 */
public final class SpawnReportReading {

  private static final int MAX_TEXT_BYTES = 1024;
  private static final int MAX_COMMENT_BYTES = 8 * 1024;
  private static final String OPENROUTER = "openrouter/";
  private static final CanonicalId UNREAD = CanonicalId.of("unread/unread");

  private SpawnReportReading() {}

  /**
   * @param at when it arrived
   */
  public static Spawned spawned(JsonNode json, Instant at) {
    RequestFields fields = new RequestFields(json);
    fields.rejectUnknown(
        List.of("model", "category", "budget", "mode", "role", "source", "context"));
    Spawned report =
        new Spawned(
            model(fields),
            category(fields),
            fields.parsed("budget", "one of " + Budget.known(), Budget::find).orElse(null),
            fields.parsed("mode", "one of " + SpawnMode.known(), SpawnMode::find).orElse(null),
            fields.text("role", MAX_TEXT_BYTES).orElse(null),
            fields.text("source", MAX_TEXT_BYTES).orElse(null),
            fields.text("context", MAX_TEXT_BYTES).orElse(null),
            at);
    fields.requireNoMistakes();
    return report;
  }

  /**
   * @param at when it arrived
   */
  public static Rated rated(JsonNode json, Instant at) {
    RequestFields fields = new RequestFields(json);
    fields.rejectUnknown(List.of("model", "category", "rating", "context", "comment"));
    Rated report =
        new Rated(
            model(fields),
            category(fields),
            fields.requiredInteger("rating", SpawnOutcome.WORST, SpawnOutcome.BEST),
            fields.text("context", MAX_TEXT_BYTES).orElse(null),
            fields.text("comment", MAX_COMMENT_BYTES).orElse(null),
            at);
    fields.requireNoMistakes();
    return report;
  }

  private static CanonicalId model(RequestFields fields) {
    return fields
        .requiredParsed(
            "model", "a model id, as anthropic/claude-opus-4.6", SpawnReportReading::modelId)
        .orElse(UNREAD);
  }

  private static Category category(RequestFields fields) {
    return fields
        .requiredParsed("category", "one of " + Category.known(), Category::find)
        .orElse(Category.GENERAL);
  }

  /**
   * Agents put the gateway of a model before its id: {@code openrouter/anthropic/claude-opus-4.6}
   * is {@code anthropic/claude-opus-4.6}. But {@code openrouter/auto} is the id of a model.
   */
  private static Optional<CanonicalId> modelId(String text) {
    String rest = text.startsWith(OPENROUTER) ? text.substring(OPENROUTER.length()) : text;
    try {
      return Optional.of(CanonicalId.of(rest.contains("/") ? rest : text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
