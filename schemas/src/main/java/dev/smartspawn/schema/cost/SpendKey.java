package dev.smartspawn.schema.cost;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.kafka.TextSerde;
import dev.smartspawn.schema.spawn.CallLabels;
import dev.smartspawn.schema.spawn.CallPurpose;
import dev.smartspawn.schema.spawn.SpawnMode;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@code spend} counts.
 *
 * @param day UTC, on which the calls were started
 * @param profile without blanks
 * @param category absent if unknown
 * @param mode absent if unknown
 * @param partition of the ledger. Each partition is added up on its own, so that none needs another
 *     one to be rebuilt
 */
public record SpendKey(
    LocalDate day,
    String profile,
    CanonicalId model,
    @Nullable Category category,
    @Nullable SpawnMode mode,
    CallPurpose purpose,
    int partition) {

  private static final String UNKNOWN = "-";
  private static final int PARTS = 7;

  public SpendKey {
    Objects.requireNonNull(day);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(model);
    Objects.requireNonNull(purpose);
  }

  public static SpendKey of(LocalDate day, CanonicalId model, CallLabels labels, int partition) {
    return new SpendKey(
        day,
        labels.profile(),
        model,
        labels.category(),
        labels.mode(),
        labels.purpose(),
        partition);
  }

  /** As UTF-8 text: the components with blanks between them, which none contains. */
  public static Serde<SpendKey> serde() {
    return TextSerde.of(SpendKey::toString, SpendKey::parse);
  }

  /**
   * @throws IllegalArgumentException for anything but the text of a key
   */
  public static SpendKey parse(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException(
          "'%s' is not a key of spend: expected day, profile, model, category, mode, purpose, partition"
              .formatted(text));
    }
    return new SpendKey(
        LocalDate.parse(parts[0]),
        parts[1],
        CanonicalId.of(parts[2]),
        parts[3].equals(UNKNOWN) ? null : Category.of(parts[3]),
        parts[4].equals(UNKNOWN) ? null : SpawnMode.of(parts[4]),
        CallPurpose.of(parts[5]),
        Integer.parseInt(parts[6]));
  }

  @Override
  public String toString() {
    return String.join(
        " ",
        day.toString(),
        profile,
        model.value(),
        category == null ? UNKNOWN : category.id(),
        mode == null ? UNKNOWN : mode.id(),
        purpose.id(),
        Integer.toString(partition));
  }
}
