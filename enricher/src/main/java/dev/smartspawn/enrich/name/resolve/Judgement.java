package dev.smartspawn.enrich.name.resolve;

import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.name.facet.NameComparison;
import dev.smartspawn.enrich.name.facet.NameReading;
import org.jspecify.annotations.Nullable;

/**
 * A decision about one name, with its reasons.
 *
 * @param asked the reading that was used
 * @param comparison how close the model is; null where no names were compared
 */
record Judgement(
    NamedRecord record, Decision decision, NameReading asked, @Nullable NameComparison comparison) {

  /** Whether another name of its source can prove it wrong. */
  boolean isContestable() {
    return comparison != null && comparison.contestable();
  }

  /** Whether this name, which is a different one, matches the same model more exactly. */
  boolean isNearerThan(Judgement other) {
    return comparison != null
        && other.comparison != null
        && comparison.cost() < other.comparison.cost()
        && !asked.name().identity().equals(other.asked.name().identity());
  }
}
