package dev.smartspawn.enrich.source;

import dev.smartspawn.enrich.catalogue.ListedModel;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reasoning effort of a call that sets none. Of several rows of one model, the row measured at
 * this effort represents the model.
 */
public final class DefaultEffort {

  private static final String NONE = "none";
  private static final List<String> LADDER =
      List.of(NONE, "minimal", "low", "medium", "high", "xhigh", "max");

  /** The effort of a model that reasons by default and names none. */
  private static final String USUAL = "medium";

  /** Words of sources for a row measured with reasoning at an unknown effort. */
  private static final Set<String> UNMEASURED = Set.of("reasoning", "thinking", "adaptive");

  private static final int EXACT = 0;
  private static final int REASONING_SOMEHOW = 1;
  private static final int UNSAID = 2;
  private static final int OTHER = 10;
  private static final int OTHER_MODE = 100;

  private final String effort;

  private DefaultEffort(String effort) {
    this.effort = effort;
  }

  /**
   * @param measured the efforts that the rows about the model name
   */
  public static DefaultEffort of(ListedModel entry, Set<String> measured) {
    OpenRouterModel.@Nullable Reasoning reasoning = entry.listing().reasoning();
    boolean thinkingVariant = entry.id().variant().equals("thinking");
    if (reasoning == null) {
      boolean reasons = thinkingVariant || isOnlyMeasuredReasoning(entry, measured);
      return new DefaultEffort(reasons ? USUAL : NONE);
    }
    String named =
        Objects.requireNonNullElse(reasoning.defaultEffort(), USUAL).toLowerCase(Locale.ROOT);
    if (thinkingVariant) {
      return new DefaultEffort(named.equals(NONE) ? USUAL : named);
    }
    return new DefaultEffort(reasonsByDefault(reasoning) ? named : NONE);
  }

  /**
   * The rows measured in the mode a caller gets, reasoning or not, and those that do not name one.
   * A row of the other mode is as good as one of another model: the score may be half.
   */
  public <T extends RawRecord> List<MatchedRecord<T>> sharingMode(List<MatchedRecord<T>> rows) {
    return rows.stream()
        .filter(row -> row.match().effort() == null || sharesMode(row.match().effort()))
        .toList();
  }

  private boolean sharesMode(String measured) {
    return measured.equals(NONE) == effort.equals(NONE);
  }

  /**
   * Older catalogues do not say whether a model reasons by default. One that nobody measured
   * without reasoning does: its reasoning usually cannot be turned off.
   */
  private static boolean isOnlyMeasuredReasoning(ListedModel entry, Set<String> measured) {
    return entry.capabilities().reasoning() && !measured.isEmpty() && !measured.contains(NONE);
  }

  /** If the listing does not say, it reasons by default if it names a default effort. */
  private static boolean reasonsByDefault(OpenRouterModel.Reasoning reasoning) {
    if (Boolean.TRUE.equals(reasoning.mandatory())) {
      return true;
    }
    @Nullable Boolean enabled = reasoning.defaultEnabled();
    return enabled == null ? reasoning.defaultEffort() != null : enabled;
  }

  /** The row with the closest effort; of equal ones the most certain match, then the first key. */
  public <T extends RawRecord> Optional<MatchedRecord<T>> nearest(List<MatchedRecord<T>> findings) {
    return findings.stream()
        .min(
            Comparator.comparingInt(
                    (MatchedRecord<T> finding) -> distance(finding.match().effort()))
                .thenComparing(finding -> finding.match().confidence(), Comparator.reverseOrder())
                .thenComparing(finding -> finding.record().key()));
  }

  private int distance(@Nullable String measured) {
    if (measured == null) {
      return UNSAID;
    }
    if (measured.equals(effort)) {
      return EXACT;
    }
    boolean sameMode = sharesMode(measured);
    if (sameMode && UNMEASURED.contains(measured)) {
      return REASONING_SOMEHOW;
    }
    int steps = Math.abs(rung(measured) - rung(effort));
    return (sameMode ? OTHER : OTHER_MODE) + steps;
  }

  private static int rung(String effort) {
    int rung = LADDER.indexOf(effort);
    return rung < 0 ? LADDER.indexOf(USUAL) : rung;
  }
}
