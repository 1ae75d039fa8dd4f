package dev.smartspawn.enrich.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.SourceRecordings;
import dev.smartspawn.enrich.name.Catalogues;
import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.MatchRule;
import dev.smartspawn.enrich.name.NameConvention;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.name.Resources;
import dev.smartspawn.enrich.name.resolve.NameResolver;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.source.Source;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Names resolve as the audited truth says, on our own catalogue and on the recorded one. */
class NameResolutionTest {

  private static final double PRECISION = 0.99;
  private static final double RECALL = 0.95;
  private static final double PRIMARY_RECALL = 0.97;
  private static final double PRIMARY_RECALL_WITHOUT_ALIASES = 0.96;

  private static final List<Source> OTHERS =
      List.of(
          Source.LMARENA,
          Source.LMARENA_DATASET,
          Source.LIVEBENCH,
          Source.HF_LEADERBOARD,
          Source.OPENROUTER);

  private final List<AuditedName> truth = AuditedName.all();

  @Test
  void namesResolveOnOurOwnCatalogue() {
    NameScore with = score(Catalogues.own(), List.of(), Resources.aliases());
    NameScore without = score(Catalogues.own(), List.of(), List.of());
    System.out.print(with.table("our own catalogue, data/aliases.yaml"));
    System.out.print(without.table("our own catalogue, no aliases"));
    assertTargets(with, without);
  }

  @Test
  void namesResolveOnTheRecordedCatalogue() {
    SourceRecordings recordings = SourceRecordings.assumePresent();
    List<NamedRecord> listed = listed(recordings);
    NameScore with = score(recordings.catalogue(), listed, Resources.aliases());
    NameScore without = score(recordings.catalogue(), listed, List.of());
    System.out.print(with.table("recorded catalogue, data/aliases.yaml"));
    System.out.print(without.table("recorded catalogue, no aliases"));
    assertTargets(with, without);
  }

  @Test
  void nameOfAModelThatIsGoneDoesNotFallOntoAnother() {
    List<OpenRouterModel> all = Catalogues.own();
    List<String> falls = new ArrayList<>();
    Map<CanonicalId, List<AuditedName>> byMeaning =
        truth.stream()
            .filter(name -> name.judged() && !name.record().source().equals(Source.OPENROUTER))
            .filter(name -> name.meaning(ids(all)).isPresent())
            .collect(Collectors.groupingBy(name -> name.meaning(ids(all)).orElseThrow()));
    int names = 0;
    for (Map.Entry<CanonicalId, List<AuditedName>> gone : byMeaning.entrySet()) {
      List<OpenRouterModel> rest =
          all.stream()
              .filter(model -> !CanonicalId.of(model.id()).base().equals(gone.getKey().base()))
              .toList();
      Map<NamedRecord, Decision> decisions = resolve(rest, List.of(), Resources.aliases());
      for (AuditedName name : gone.getValue()) {
        names++;
        if (decisions.get(name.record()) instanceof Decision.Match match
            && !name.ids().contains(match.id())) {
          falls.add(name.record().name() + " -> " + match);
        }
      }
    }
    System.out.printf("%n== each model taken away: %d names, wrong %s%n", names, falls);
    assertThat((double) falls.size() / names).isLessThanOrEqualTo(1 - PRECISION);
  }

  @Test
  void orderMakesNoDifference() {
    List<NamedRecord> names = new ArrayList<>(truth.stream().map(AuditedName::record).toList());
    List<OpenRouterModel> catalogue = new ArrayList<>(Catalogues.own());
    Map<NamedRecord, Decision> decisions = resolve(catalogue, List.of(), Resources.aliases());
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(names, new Random(seed));
      Collections.shuffle(catalogue, new Random(seed));
      assertThat(NameResolver.over(catalogue, Resources.aliases()).resolveAll(names))
          .isEqualTo(decisions);
    }
  }

  @Test
  void recordedCatalogueResolvesToItself() {
    List<OpenRouterModel> catalogue = SourceRecordings.assumePresent().catalogue();
    NameResolver resolver = NameResolver.over(catalogue, List.of());
    Set<CanonicalId> ids = ids(catalogue);
    List<String> lost =
        catalogue.stream()
            .map(model -> CanonicalId.of(model.id()))
            .filter(id -> !id.isAlias())
            .filter(id -> !resolver.resolve(openRouter(id.value())).equals(itself(id, ids)))
            .map(CanonicalId::value)
            .toList();
    assertThat(lost).isEmpty();
  }

  @Test
  void everyNameIsDecidedWithinMilliseconds() {
    SourceRecordings recordings = SourceRecordings.assumePresent();
    List<NamedRecord> listed = listed(recordings);
    NameResolver resolver = NameResolver.over(recordings.catalogue(), Resources.aliases());
    long best =
        IntStream.range(0, 8).mapToLong(i -> cpuMillis(resolver, listed)).min().orElseThrow();
    System.out.printf("%n== %d names decided in %d ms of processor time%n", listed.size(), best);
    assertThat(best).isLessThan(300);
  }

  @Test
  void everyDecisionIsWrittenDownToBeRead() throws IOException {
    Optional<SourceRecordings> recordings = SourceRecordings.find();
    List<OpenRouterModel> catalogue =
        recordings.map(SourceRecordings::catalogue).orElseGet(Catalogues::own);
    List<NamedRecord> listed = recordings.map(NameResolutionTest::everything).orElse(List.of());
    Path report = Path.of("target", "name-decisions.txt");
    Files.createDirectories(report.getParent());
    Files.write(
        report,
        resolve(catalogue, listed, Resources.aliases()).entrySet().stream()
            .map(decided -> line(decided.getKey(), decided.getValue()))
            .distinct()
            .sorted()
            .toList());
    assertThat(report).isNotEmptyFile();
  }

  private static String line(NamedRecord record, Decision decision) {
    String outcome =
        decision instanceof Decision.Match match
            ? "-> %s  %s %s".formatted(match.id(), match.rule().id(), match.effort())
            : "-- " + ((Decision.Unresolved) decision).nearest();
    return record.source() + "  " + record.name() + "  " + outcome;
  }

  private static void assertTargets(NameScore with, NameScore without) {
    SoftAssertions.assertSoftly(
        softly -> {
          Source primary = Source.ARTIFICIAL_ANALYSIS;
          softly.assertThat(with.of(primary).recall()).isGreaterThanOrEqualTo(PRIMARY_RECALL);
          softly
              .assertThat(without.of(primary).recall())
              .isGreaterThanOrEqualTo(PRIMARY_RECALL_WITHOUT_ALIASES);
          softly.assertThat(with.of(primary).precision()).isGreaterThanOrEqualTo(PRECISION);
          softly.assertThat(without.of(primary).precision()).isGreaterThanOrEqualTo(PRECISION);
          for (Source source : OTHERS) {
            softly
                .assertThat(with.of(source).recall())
                .as("%s", source)
                .isGreaterThanOrEqualTo(RECALL);
            softly
                .assertThat(with.of(source).precision())
                .as("%s", source)
                .isGreaterThanOrEqualTo(PRECISION);
            softly
                .assertThat(without.of(source).precision())
                .as("%s", source)
                .isGreaterThanOrEqualTo(PRECISION);
          }
        });
  }

  private NameScore score(
      List<OpenRouterModel> catalogue, List<NamedRecord> listed, List<Alias> aliases) {
    return NameEvaluation.score(truth, catalogue, listed, aliases);
  }

  private Map<NamedRecord, Decision> resolve(
      List<OpenRouterModel> catalogue, List<NamedRecord> listed, List<Alias> aliases) {
    return NameEvaluation.resolve(truth, catalogue, listed, aliases);
  }

  private static List<NamedRecord> listed(SourceRecordings recordings) {
    List<NamedRecord> names = new ArrayList<>();
    recordings
        .artificialAnalysis()
        .forEach(row -> names.add(SourceReadings.ARTIFICIAL_ANALYSIS.named(row)));
    recordings.arena().forEach(row -> names.add(SourceReadings.LMARENA.named(row)));
    recordings.hfLeaderboard().forEach(row -> names.add(SourceReadings.HF_LEADERBOARD.named(row)));
    return names;
  }

  private static List<NamedRecord> everything(SourceRecordings recordings) {
    List<NamedRecord> names = new ArrayList<>(listed(recordings));
    recordings.arenaDataset().forEach(row -> names.add(SourceReadings.LMARENA_DATASET.named(row)));
    return names;
  }

  private static Set<CanonicalId> ids(List<OpenRouterModel> catalogue) {
    return catalogue.stream()
        .map(model -> CanonicalId.of(model.id()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static NamedRecord openRouter(String id) {
    return new NamedRecord(
        Source.OPENROUTER, NameConvention.CATALOGUE_ID, id, id, null, null, null, null);
  }

  private static Decision itself(CanonicalId id, Set<CanonicalId> ids) {
    return new Decision.Match(
        ids.contains(id.base()) ? id.base() : id, MatchRule.CANONICAL_ID, 1, null);
  }

  private static long cpuMillis(NameResolver resolver, List<NamedRecord> names) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    assertThat(resolver.resolveAll(names)).isNotEmpty();
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;
  }
}
