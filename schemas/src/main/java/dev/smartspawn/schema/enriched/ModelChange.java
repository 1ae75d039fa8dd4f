package dev.smartspawn.schema.enriched;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.smartspawn.schema.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One difference between the tables before and after pulls were applied.
 *
 * @param id the same for the same change, so that a repeated record replaces the first
 * @param field what changed, such as {@code scores.coding} or {@code pricing.prompt}; absent for
 *     added and removed
 * @param from the old value; absent when there was none
 * @param to the new value; absent when there is none any more
 * @param because source to pull id: the pulls applied in between
 */
public record ModelChange(
    String id,
    CanonicalId modelId,
    Kind kind,
    @Nullable String field,
    @Nullable Double from,
    @Nullable Double to,
    Map<Source, String> because,
    Instant at) {

  public ModelChange {
    because = because == null ? Map.of() : Map.copyOf(because);
  }

  /** Derives {@link #id} from every field except the time. */
  public static ModelChange of(
      CanonicalId modelId,
      Kind kind,
      @Nullable String field,
      @Nullable Double from,
      @Nullable Double to,
      Map<Source, String> because,
      Instant at) {
    String identity =
        String.join(
            "|",
            modelId.value(),
            kind.id(),
            String.valueOf(field),
            String.valueOf(from),
            String.valueOf(to),
            new TreeMap<>(because).toString());
    String id = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    return new ModelChange(id, modelId, kind, field, from, to, because, at);
  }

  public enum Kind {
    ADDED,
    REMOVED,
    SCORE,
    PRICE;

    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Kind of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }
}
