package dev.smartspawn.query.spawn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A spawn request without its long texts, which stay in the topic.
 *
 * @param position of the record in spawn-requests
 * @param digest equal for equal requests
 * @param task the beginning of what is asked
 * @param requestedAt when the request arrived in the topic
 */
public record RequestSummary(
    RecordPosition position,
    String digest,
    String task,
    @Nullable Category category,
    Options options,
    Instant requestedAt,
    Instant deadline) {

  /** How the spawn is to be carried out. */
  public record Options(
      SpawnMode mode, Budget budget, @Nullable String label, boolean dryRun, Usd maxCostUsd) {}

  private static final int SHOWN_CODE_POINTS = 200;

  static RequestSummary of(RecordPosition position, SpawnRequest request, Instant requestedAt) {
    return new RequestSummary(
        position,
        digest(request),
        beginning(request.asked()),
        request.category(),
        new Options(
            request.mode(),
            request.budget(),
            request.label(),
            request.dryRun(),
            request.maxCostUsd()),
        requestedAt,
        requestedAt.plus(request.timeout()));
  }

  /**
   * Equal for requests that are equal with their defaults filled in. The id does not count: a
   * request that is sent again may name the id that it was given.
   */
  static String digest(SpawnRequest request) {
    try {
      ObjectNode fields = Json.MAPPER.valueToTree(request);
      fields.remove("id");
      byte[] canonical = fields.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static String beginning(String task) {
    return task.codePointCount(0, task.length()) <= SHOWN_CODE_POINTS
        ? task
        : task.substring(0, task.offsetByCodePoints(0, SHOWN_CODE_POINTS)) + "…";
  }
}
