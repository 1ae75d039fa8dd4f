package dev.smartspawn.enrich.name;

import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which model a name means. */
public sealed interface Decision {

  /**
   * It means this model.
   *
   * @param rule how that was found
   * @param confidence 0 to 1
   * @param effort how hard the model was made to think, by its name: {@code none}, {@code minimal},
   *     {@code low}, {@code medium}, {@code high}, {@code xhigh}, {@code max}, or {@code reasoning}
   *     where it says only that it thought; absent where it says nothing
   */
  record Match(CanonicalId id, MatchRule rule, double confidence, @Nullable String effort)
      implements Decision {

    /** As certain as the rule is. */
    public static Match by(MatchRule rule, CanonicalId id, @Nullable String effort) {
      return new Match(id, rule, rule.confidence(), effort);
    }
  }

  /**
   * It means no model of the catalogue.
   *
   * @param nearest at most three, nearest first
   */
  record Unresolved(List<Refused> nearest) implements Decision {}

  /**
   * A model that was considered and rejected.
   *
   * @param why the reason, in a few words
   */
  record Refused(CanonicalId id, String why) {}
}
