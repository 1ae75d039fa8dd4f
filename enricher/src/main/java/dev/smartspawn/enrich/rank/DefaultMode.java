package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.catalogue.CatalogueEntry;
import dev.smartspawn.enrich.evidence.Finding;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a caller who asks for nothing gets a model that reasons. A row measured in the other mode
 * is about another model, as good as: the same one may score half.
 */
enum DefaultMode {
  REASONING,
  DIRECT;

  private static final String NO_EFFORT = "none";
  private static final String THINKING_VARIANT = "thinking";

  static DefaultMode of(CatalogueEntry entry) {
    boolean thinking = entry.id().variant().equals(THINKING_VARIANT);
    return thinking || reasonsByDefault(entry.listing().reasoning()) ? REASONING : DIRECT;
  }

  /** The rows that were measured in this mode, or do not say in which. */
  <T extends RawRecord> List<Finding<T>> only(List<Finding<T>> rows) {
    return rows.stream().filter(row -> admits(row.match().effort())).toList();
  }

  private boolean admits(@Nullable String effort) {
    return effort == null || effort.equals(NO_EFFORT) == (this == DIRECT);
  }

  /**
   * Where the listing does not say, a default effort that it names says so; and an effort of none
   * is no reasoning, however enabled.
   */
  private static boolean reasonsByDefault(OpenRouterModel.@Nullable Reasoning reasoning) {
    if (reasoning == null) {
      return false;
    }
    String effort = reasoning.defaultEffort();
    if (NO_EFFORT.equals(effort)) {
      return false;
    }
    Boolean enabled = reasoning.defaultEnabled();
    return Boolean.TRUE.equals(reasoning.mandatory())
        || (enabled == null ? effort != null : enabled);
  }
}
