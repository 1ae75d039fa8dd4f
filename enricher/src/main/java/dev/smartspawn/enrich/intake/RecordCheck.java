package dev.smartspawn.enrich.intake;

import dev.smartspawn.enrich.rule.Decimal;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds records that can be read but are invalid. */
public final class RecordCheck {

  private RecordCheck() {}

  /** Why the record is invalid; empty for a valid one. */
  public static Optional<String> objection(@Nullable Object key, @Nullable Object value) {
    if (key == null) {
      return Optional.of("it has no key");
    }
    return value instanceof Raw<?> raw ? objection(raw) : Optional.empty();
  }

  private static Optional<String> objection(Raw<?> raw) {
    if (raw.record() == null || raw.pullId() == null || raw.pulledAt() == null) {
      return Optional.of("expected 'pullId', 'pulledAt' and 'record'");
    }
    return raw.record() instanceof OpenRouterModel model ? objection(model) : Optional.empty();
  }

  private static Optional<String> objection(OpenRouterModel model) {
    try {
      CanonicalId.of(model.id());
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    boolean priced =
        Double.isFinite(Decimal.perMillion(model.pricing().prompt()))
            && Double.isFinite(Decimal.perMillion(model.pricing().completion()));
    return priced ? Optional.empty() : Optional.of("its price is not a finite number");
  }
}
