package dev.smartspawn.schema.spawn;

import dev.smartspawn.schema.enriched.Category;
import org.jspecify.annotations.Nullable;

/**
 * What the cost of a call is counted under.
 *
 * @param profile whose spawn it is
 * @param mode absent if unknown, in events of older releases
 * @param category of the task; absent if unknown
 */
public record CallLabels(
    String profile, @Nullable SpawnMode mode, @Nullable Category category, CallPurpose purpose) {

  /** Of spawns that name no profile. */
  public static final String DEFAULT_PROFILE = "default";
}
