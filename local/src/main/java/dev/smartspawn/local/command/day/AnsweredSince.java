package dev.smartspawn.local.command.day;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.enriched.CanonicalId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Since when a model is the answer to a question, as {@code meta.since} says it.
 *
 * @param before the answer before; absent for the first
 */
record AnsweredSince(LocalDate day, @Nullable CanonicalId before) {

  /** Empty if the answer does not say it. */
  static Optional<AnsweredSince> of(JsonNode since) {
    if (!since.isObject()) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.ofInstant(Instant.parse(since.path("at").asText()), ZoneOffset.UTC);
    JsonNode before = since.path("before");
    return Optional.of(
        new AnsweredSince(day, before.isTextual() ? CanonicalId.of(before.asText()) : null));
  }
}
