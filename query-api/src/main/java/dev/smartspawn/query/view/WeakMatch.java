package dev.smartspawn.query.view;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.source.Source;
import java.util.Comparator;

/**
 * A source's name that was matched by a weak rule, and deserves a look.
 *
 * @param key of the record in the source's raw topic
 * @param name as the source writes it
 * @param id the model it was matched with
 * @param rule the weakest rule that was used, such as {@code preview}
 * @param confidence of the match, 0 to 1
 */
public record WeakMatch(
    Source source, String key, String name, CanonicalId id, String rule, double confidence) {

  /** Matches below this confidence are weak. */
  static final double WEAK_BELOW = 0.9;

  /** The weakest first. */
  static final Comparator<WeakMatch> IN_ORDER =
      Comparator.comparingDouble(WeakMatch::confidence)
          .thenComparing(WeakMatch::source)
          .thenComparing(WeakMatch::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(WeakMatch::key);

  /** A variant shares the evidence of its base; the match is the base's. */
  static boolean isIn(Evidence evidence) {
    return evidence.confidence() < WEAK_BELOW && evidence.rule().indexOf(' ') < 0;
  }

  static WeakMatch of(CanonicalId id, Evidence evidence) {
    return new WeakMatch(
        evidence.source(),
        evidence.sourceId(),
        evidence.sourceName(),
        id,
        evidence.rule(),
        evidence.confidence());
  }
}
