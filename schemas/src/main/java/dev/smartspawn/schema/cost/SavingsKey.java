package dev.smartspawn.schema.cost;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.kafka.TextSerde;
import dev.smartspawn.schema.price.BaselineKind;
import dev.smartspawn.schema.spawn.SpawnMode;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@code savings} counts.
 *
 * @param day UTC, on which the spawns ended
 * @param profile without blanks
 * @param category absent if unknown
 * @param mode absent if unknown
 * @param baseline what the costs are compared with; absent for all spawns that ended so, compared
 *     or not
 * @param model of the baseline; absent without one
 * @param partition of the ledger. Each partition is added up on its own, so that none needs another
 *     one to be rebuilt
 */
public record SavingsKey(
    LocalDate day,
    String profile,
    @Nullable Category category,
    @Nullable SpawnMode mode,
    SpawnEnding ending,
    @Nullable BaselineKind baseline,
    @Nullable CanonicalId model,
    int partition) {

  private static final String NONE = "-";
  private static final int PARTS = 8;

  public SavingsKey {
    Objects.requireNonNull(day);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(ending);
  }

  /** As UTF-8 text: the components with blanks between them, which none contains. */
  public static Serde<SavingsKey> serde() {
    return TextSerde.of(SavingsKey::toString, SavingsKey::parse);
  }

  /**
   * @throws IllegalArgumentException for anything but the text of a key
   */
  public static SavingsKey parse(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException(
          "'%s' is not a key of savings: expected day, profile, category, mode, ending, baseline, model, partition"
              .formatted(text));
    }
    return new SavingsKey(
        LocalDate.parse(parts[0]),
        parts[1],
        parts[2].equals(NONE) ? null : Category.of(parts[2]),
        parts[3].equals(NONE) ? null : SpawnMode.of(parts[3]),
        SpawnEnding.of(parts[4]),
        parts[5].equals(NONE) ? null : BaselineKind.of(parts[5]),
        parts[6].equals(NONE) ? null : CanonicalId.of(parts[6]),
        Integer.parseInt(parts[7]));
  }

  @Override
  public String toString() {
    return String.join(
        " ",
        day.toString(),
        profile,
        category == null ? NONE : category.id(),
        mode == null ? NONE : mode.id(),
        ending.id(),
        baseline == null ? NONE : baseline.id(),
        model == null ? NONE : model.value(),
        Integer.toString(partition));
  }
}
