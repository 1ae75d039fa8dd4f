package dev.smartspawn.enrich.name;

import dev.smartspawn.schema.Source;
import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recall and precision of decisions against the audited truth. */
final class Score {

  private static final class Tally {
    private int meant;
    private int decided;
    private int right;

    private double recall() {
      return meant == 0 ? 1 : (double) right / meant;
    }

    private double precision() {
      return decided == 0 ? 1 : (double) right / decided;
    }
  }

  private final Map<Source, Tally> bySource = new EnumMap<>(Source.class);
  private final Map<Rule, Tally> byRule = new EnumMap<>(Rule.class);
  private final List<String> mistakes = new ArrayList<>();

  static Score of(
      Collection<AuditedName> truth,
      Map<NamedRecord, Decision> decisions,
      Collection<CanonicalId> onSale) {
    Score score = new Score();
    truth.stream()
        .filter(AuditedName::judged)
        .forEach(name -> score.add(name, decisions.get(name.record()), name.meaning(onSale)));
    return score;
  }

  private void add(AuditedName name, Decision decision, Optional<CanonicalId> meant) {
    Source source = name.record().source();
    Tally tally = bySource.computeIfAbsent(source, s -> new Tally());
    tally.meant += meant.isPresent() ? 1 : 0;
    boolean right = false;
    if (decision instanceof Decision.Match match) {
      right = meant.filter(match.id()::equals).isPresent();
      count(tally, right);
      count(byRule.computeIfAbsent(match.rule(), r -> new Tally()), right);
    }
    if (!right && (meant.isPresent() || decision instanceof Decision.Match)) {
      mistakes.add(
          "%s '%s': expected %s, got %s"
              .formatted(
                  source,
                  name.record().name(),
                  meant.map(CanonicalId::value).orElse("none"),
                  decision));
    }
  }

  private static void count(Tally tally, boolean right) {
    tally.decided++;
    tally.right += right ? 1 : 0;
  }

  double recall(Source source) {
    return bySource.getOrDefault(source, new Tally()).recall();
  }

  double precision(Source source) {
    return bySource.getOrDefault(source, new Tally()).precision();
  }

  List<String> mistakes() {
    return List.copyOf(mistakes);
  }

  String table(String title) {
    StringBuilder table = new StringBuilder("%n== %s%n".formatted(title));
    table.append(
        "%-22s %6s %8s %6s %8s %10s%n"
            .formatted("source", "meant", "resolved", "right", "recall", "precision"));
    bySource.forEach(
        (source, tally) ->
            table.append(
                "%-22s %6d %8d %6d %7.1f%% %9.1f%%%n"
                    .formatted(
                        source,
                        tally.meant,
                        tally.decided,
                        tally.right,
                        100 * tally.recall(),
                        100 * tally.precision())));
    byRule.forEach(
        (rule, tally) ->
            table.append(
                "  %-20s %6s %8d %6d %8s %9.1f%%%n"
                    .formatted(
                        rule.id(), "", tally.decided, tally.right, "", 100 * tally.precision())));
    mistakes.forEach(mistake -> table.append("  ! ").append(mistake).append('\n'));
    return table.toString();
  }
}
