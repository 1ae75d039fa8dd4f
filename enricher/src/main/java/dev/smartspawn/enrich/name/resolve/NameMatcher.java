package dev.smartspawn.enrich.name.resolve;

import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.MatchRule;
import dev.smartspawn.enrich.name.NameConvention;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.name.facet.IndexedName;
import dev.smartspawn.enrich.name.facet.NameComparison;
import dev.smartspawn.enrich.name.facet.NamePair;
import dev.smartspawn.enrich.name.facet.NameReading;
import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the model whose name is closest to the name to resolve. */
final class NameMatcher {

  /**
   * A model that the name may mean.
   *
   * @param reading the index of the reading that matched
   */
  private record Candidate(int reading, NamePair pair, NameComparison comparison) {

    private static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingInt((Candidate c) -> c.comparison.cost())
            .thenComparingInt(Candidate::reading)
            .thenComparing(c -> c.comparison.rule())
            .thenComparingLong(c -> c.pair.release().daysApart());

    private CanonicalId id() {
      return pair.model().id();
    }
  }

  private final NameIndex catalogue;
  private final NearMisses nearMisses;

  NameMatcher(NameIndex catalogue, NearMisses nearMisses) {
    this.catalogue = catalogue;
    this.nearMisses = nearMisses;
  }

  /**
   * @param readings the ways to read the record's name, the whole of it first
   */
  Judgement judge(NamedRecord record, List<NameReading> readings) {
    List<Candidate> found = found(record, readings);
    List<Candidate> admitted = found;
    if (record.convention() == NameConvention.REPOSITORY) {
      admitted = found.stream().filter(candidate -> objection(candidate).isEmpty()).toList();
    }
    if (admitted.isEmpty()) {
      return unresolved(
          record, readings, found.stream().flatMap(one -> objection(one).stream()).toList());
    }
    Candidate best = admitted.get(0);
    List<Candidate> asNear =
        admitted.stream().filter(other -> Candidate.BEST_FIRST.compare(best, other) == 0).toList();
    return asNear.stream().allMatch(other -> other.id().equals(best.id()))
        ? matched(record, best)
        : unresolved(record, readings, asNear.stream().map(NameMatcher::undecided).toList());
  }

  /** Best first. A name without a match is tried again without its maker's name. */
  private List<Candidate> found(NamedRecord record, List<NameReading> readings) {
    List<Candidate> found = candidates(readings);
    return found.isEmpty() && record.maker() != null
        ? candidates(readings.stream().map(asked -> asked.unsigned(record)).toList())
        : found;
  }

  private List<Candidate> candidates(List<NameReading> readings) {
    List<Candidate> candidates = new ArrayList<>();
    for (int reading = 0; reading < readings.size(); reading++) {
      NameReading asked = readings.get(reading);
      for (IndexedName entry : catalogue.withWords(asked.name().words())) {
        NamePair pair = NamePair.of(asked, entry);
        NameComparison comparison = NameComparison.upToRefusal(pair);
        if (comparison.holds()) {
          candidates.add(new Candidate(reading, pair, comparison));
        }
      }
    }
    candidates.sort(Candidate.BEST_FIRST.thenComparing(Candidate::id));
    return candidates;
  }

  private static Optional<Decision.Refused> objection(Candidate candidate) {
    return UploadCheck.objection(candidate.pair().asked(), candidate.comparison())
        .map(why -> new Decision.Refused(candidate.id(), why));
  }

  private static Judgement matched(NamedRecord record, Candidate best) {
    MatchRule rule =
        record.convention() == NameConvention.REPOSITORY
            ? MatchRule.OFFICIAL_INSTRUCT
            : best.comparison().rule();
    return new Judgement(
        record,
        Decision.Match.by(rule, best.id(), best.pair().asked().name().effort()),
        best.pair().asked(),
        best.comparison());
  }

  private Judgement unresolved(
      NamedRecord record, List<NameReading> readings, List<Decision.Refused> first) {
    NameReading last = readings.get(readings.size() - 1);
    return new Judgement(record, nearMisses.unresolved(last, first), last, null);
  }

  private static Decision.Refused undecided(Candidate candidate) {
    return new Decision.Refused(candidate.id(), "another is as near");
  }
}
