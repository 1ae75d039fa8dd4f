package dev.smartspawn.enrich.name.resolve;

import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.source.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the names of one source with each other. If it lists both {@code command-r-plus} and
 * {@code command-r-plus-08-2024}, the first does not mean the second's model.
 */
final class NameContest {

  private record Claim(Source source, CanonicalId id) {}

  private final NearMisses nearMisses;
  private final Map<Claim, List<Judgement>> claims = new HashMap<>();

  private NameContest(NearMisses nearMisses) {
    this.nearMisses = nearMisses;
  }

  /**
   * The decisions after every name was compared with the others, in the order of the judgements.
   */
  static Map<NamedRecord, Decision> among(List<Judgement> judgements, NearMisses nearMisses) {
    NameContest contest = new NameContest(nearMisses);
    judgements.forEach(contest::enter);
    Map<NamedRecord, Decision> decisions = new LinkedHashMap<>();
    judgements.forEach(judgement -> decisions.put(judgement.record(), contest.settle(judgement)));
    return decisions;
  }

  private void enter(Judgement judgement) {
    if (judgement.decision() instanceof Decision.Match match) {
      claims.computeIfAbsent(claim(judgement, match), c -> new ArrayList<>()).add(judgement);
    }
  }

  private Decision settle(Judgement judgement) {
    if (!judgement.isContestable() || !(judgement.decision() instanceof Decision.Match match)) {
      return judgement.decision();
    }
    Optional<String> winner =
        claims.getOrDefault(claim(judgement, match), List.of()).stream()
            .filter(rival -> rival.isNearerThan(judgement))
            .map(rival -> rival.record().name())
            .min(Comparator.naturalOrder());
    return winner
        .<Decision>map(
            name ->
                nearMisses.unresolved(
                    judgement.asked(),
                    List.of(
                        new Decision.Refused(
                            match.id(), "'%s' means it more exactly".formatted(name)))))
        .orElse(judgement.decision());
  }

  private static Claim claim(Judgement judgement, Decision.Match match) {
    return new Claim(judgement.record().source(), match.id());
  }
}
