package dev.smartspawn.enrich;

import static dev.smartspawn.schema.source.Source.ARTIFICIAL_ANALYSIS;
import static dev.smartspawn.schema.source.Source.LMARENA;
import static dev.smartspawn.schema.source.Source.OPENROUTER;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.change.ModelChange.Kind;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.TableFingerprint;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.DeadLetter;
import dev.smartspawn.schema.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EnrichmentTopologyTest {

  private static final String OPUS = "anthropic/claude-opus-4.6";
  private static final String MINI = "openai/mini";

  private final TopologyRun trial = new TopologyRun();

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void readsAsTheFlow() throws IOException {
    String described =
        new EnrichmentTopology(Clock.systemUTC(), EnrichmentPast.NONE)
            .build()
            .describe()
            .toString();
    try (InputStream golden = getClass().getResourceAsStream("topology.txt")) {
      assertThat(described)
          .isEqualToNormalizingNewlines(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void scoreWaitsForItsCatalogueEntry() {
    trial.pull(ARTIFICIAL_ANALYSIS, "aa1", BenchmarkRows.analysis(OPUS, 53, 48)).settle();
    assertThat(trial.table()).isEmpty();

    trial.pull(OPENROUTER, "or1", Listing.of(OPUS).model()).settle();
    assertThat(trial.model(OPUS).scores()).containsEntry(Category.GENERAL, 76.5);
  }

  @Test
  void tombstoneRemovesModel() {
    trial
        .pull(OPENROUTER, "or1", Listing.of(OPUS).model(), Listing.of(MINI).model())
        .settle()
        .unsay(OPENROUTER, MINI)
        .pull(OPENROUTER, "or2", Listing.of(OPUS).model())
        .settle();

    assertThat(trial.table()).containsOnlyKeys(CanonicalId.of(OPUS));
    assertThat(trial.changes())
        .last()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(Kind.REMOVED);
              assertThat(change.because()).isEqualTo(Map.of(OPENROUTER, "or2"));
            });
    int changes = trial.changes().size();
    assertThat(trial.outcome(OPENROUTER, "or3").settle().changes()).hasSize(changes);
  }

  @Test
  void pullWithoutChangesPublishesNothingNew() {
    trial.pull(OPENROUTER, "or1", Listing.of(OPUS).model()).settle();
    int sent = trial.sent().size();
    int changes = trial.changes().size();

    trial.outcome(OPENROUTER, "or1").settle();

    assertThat(trial.sent()).hasSize(sent);
    assertThat(trial.changes()).hasSize(changes);
  }

  @Test
  void sameRecordAgainMovesOnlyWhereThePriceIsRead() {
    trial.pull(OPENROUTER, "or1", Listing.of(OPUS).model()).settle();
    EnrichedModel before = trial.table().get(CanonicalId.of(OPUS));
    int changes = trial.changes().size();

    trial.say(OPENROUTER, "or1", Listing.of(OPUS).model()).outcome(OPENROUTER, "or1");
    trial.settle();

    assertThat(trial.table().get(CanonicalId.of(OPUS)))
        .usingRecursiveComparison()
        .ignoringFields("priceFrom")
        .isEqualTo(before);
    assertThat(trial.changes()).hasSize(changes);
  }

  @Test
  void unreadableBytesGoToDeadLettersAndTheRestGoesOn() {
    byte[] garbage = "<html>".getBytes(StandardCharsets.UTF_8);
    trial
        .bytes(Topics.RAW_OPENROUTER, "x".getBytes(StandardCharsets.UTF_8), garbage)
        .pull(OPENROUTER, "or1", Listing.of(OPUS).model())
        .settle();

    assertThat(trial.table()).containsOnlyKeys(CanonicalId.of(OPUS));
    assertThat(trial.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.value()).isEqualTo(garbage);
              assertThat(
                      new String(
                          letter.headers().lastHeader(DeadLetter.REASON).value(),
                          StandardCharsets.UTF_8))
                  .startsWith("not a record of topic raw-openrouter: ");
              assertThat(letter.headers().lastHeader(DeadLetter.READER).value())
                  .asString()
                  .isEqualTo("enricher");
            });
  }

  @Test
  void senselessRecordIsPassedOver() {
    trial
        .say(OPENROUTER, "or1", Listing.of("no-maker/ with blanks").model())
        .send(Topics.RAW_LIVEBENCH, "nothing", new Raw<>("lb1", TopologyRun.START, null))
        .pull(OPENROUTER, "or1", Listing.of(OPUS).model())
        .settle();

    assertThat(trial.table()).containsOnlyKeys(CanonicalId.of(OPUS));
  }

  @Test
  void pullIsAppliedOnlyWhenAllItsRecordsAreIn() {
    trial.outcome(OPENROUTER, "or1", 2).say(OPENROUTER, "or1", Listing.of(OPUS).model()).settle();
    assertThat(trial.table()).hasSize(1);
    assertThat(trial.lastRun().applied()).isEmpty();

    trial.say(OPENROUTER, "or1", Listing.of(MINI).model()).settle();
    assertThat(trial.lastRun().applied()).isEqualTo(Map.of(OPENROUTER, "or1"));
    assertThat(trial.lastRun().models()).isEqualTo(2);
  }

  @Test
  void pullBoundaryIsPublishedAtOnceAndHalfAPullLater() {
    trial.say(OPENROUTER, "or1", Listing.of(OPUS).model()).pass(Duration.ofMillis(150));
    assertThat(trial.table()).isEmpty();

    trial.outcome(OPENROUTER, "or1").pass(Duration.ofMillis(50));
    assertThat(trial.table()).hasSize(1);
  }

  @Test
  void runCarriesTheFingerprintOfTheTable() {
    trial
        .pull(OPENROUTER, "or1", Listing.of(OPUS).model(), Listing.of(MINI).model())
        .settle()
        .unsay(OPENROUTER, OPUS)
        .pull(OPENROUTER, "or2", Listing.of(MINI).price("0.000002", "0.000004").model())
        .settle();

    TableFingerprint fingerprint = new TableFingerprint();
    trial.tableBytes().forEach((id, bytes) -> fingerprint.change(id.value(), null, bytes));
    assertThat(trial.lastRun().fingerprint()).isEqualTo(fingerprint.value());
    assertThat(trial.lastRun().models()).isEqualTo(1);
  }

  @Test
  void pullThatChangesNothingIsStillReportedApplied() {
    trial.pull(OPENROUTER, "or1", Listing.of(OPUS).model()).settle();
    int changes = trial.changes().size();

    trial.outcome(OPENROUTER, "or2").settle();

    assertThat(trial.lastRun().applied()).isEqualTo(Map.of(OPENROUTER, "or2"));
    assertThat(trial.changes()).hasSize(changes);
  }

  @Test
  void changeLogSkipsIntermediateStates() {
    trial.pull(OPENROUTER, "or1", Listing.of(OPUS).model(), Listing.of(MINI).model()).settle();
    assertThat(trial.changes()).extracting(ModelChange::kind).containsOnly(Kind.ADDED);
    int before = trial.changes().size();

    trial.outcome(ARTIFICIAL_ANALYSIS, "aa1", 2);
    trial.say(ARTIFICIAL_ANALYSIS, "aa1", BenchmarkRows.analysis(OPUS, 10, 20)).settle();
    assertThat(trial.model(OPUS).scores()).containsEntry(Category.GENERAL, 55.0);
    assertThat(trial.changes()).hasSize(before);

    trial.say(ARTIFICIAL_ANALYSIS, "aa1", BenchmarkRows.analysis(OPUS, 53, 48)).settle();
    assertThat(trial.changes().subList(before, trial.changes().size()))
        .filteredOn(change -> "scores.general".equals(change.field()))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.modelId()).isEqualTo(CanonicalId.of(OPUS));
              assertThat(change.from()).isEqualTo(50.0);
              assertThat(change.to()).isEqualTo(76.5);
              assertThat(change.because()).isEqualTo(Map.of(ARTIFICIAL_ANALYSIS, "aa1"));
            });
  }

  @Test
  void priceChangeIsTold() {
    trial
        .pull(OPENROUTER, "or1", Listing.of(OPUS).price("0.000005", "0.000025").model())
        .settle()
        .pull(OPENROUTER, "or2", Listing.of(OPUS).price("0.000004", "0.000025").model())
        .settle();

    assertThat(trial.changes())
        .filteredOn(change -> change.kind() == Kind.PRICE)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.field()).isEqualTo("pricing.prompt");
              assertThat(change.from()).isEqualTo(5.0);
              assertThat(change.to()).isEqualTo(4.0);
            });
  }

  @Test
  void recordsOfNoPullCountAfterAWhile() {
    trial.pull(OPENROUTER, "or1", Listing.of(OPUS).model()).settle();
    trial.say(OPENROUTER, "by hand", Listing.of(MINI).model()).settle();

    assertThat(trial.table()).hasSize(2);
    assertThat(trial.changes())
        .last()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(Kind.ADDED);
              assertThat(change.because()).isEmpty();
            });
  }

  @Test
  void modelExpiresByTheClock() {
    trial.pull(OPENROUTER, "or1", Listing.of(OPUS).expires("2026-07-16").model()).settle();
    assertThat(trial.model(OPUS).tags()).doesNotContain("expiring");

    trial.wakeAt(Instant.parse("2026-07-02T00:00:01Z"));
    assertThat(trial.model(OPUS).tags()).contains("expiring");

    trial.wakeAt(Instant.parse("2026-07-16T23:59:59Z"));
    assertThat(trial.table()).hasSize(1);

    trial.wakeAt(Instant.parse("2026-07-17T00:00:01Z"));
    assertThat(trial.table()).isEmpty();
    assertThat(trial.changes())
        .last()
        .satisfies(change -> assertThat(change.kind()).isEqualTo(Kind.REMOVED));
  }

  @Test
  void overrideWins() {
    trial
        .pull(OPENROUTER, "or1", Listing.of(OPUS).model())
        .override(
            new ModelOverride(
                CanonicalId.of(OPUS), List.of(Category.VISION), Map.of(Category.VISION, 90.0)))
        .outcome(Source.OVERRIDES, "ov1")
        .settle();

    assertThat(trial.model(OPUS).categories()).containsExactly(Category.VISION);
    assertThat(trial.model(OPUS).scores()).isEqualTo(Map.of(Category.VISION, 90.0));
    assertThat(trial.model(OPUS).costEfficiency()).isEqualTo(Map.of(Category.VISION, 18.0));
  }

  @Test
  void aliasAddedLaterResolvesAgain() {
    trial
        .pull(OPENROUTER, "or1", Listing.of(OPUS).model())
        .pull(ARTIFICIAL_ANALYSIS, "aa1", BenchmarkRows.analysis("Project Quux", 53, 48))
        .settle();
    assertThat(trial.model(OPUS).benchmarks()).isNull();

    trial.alias("Project Quux", OPUS).outcome(Source.ALIASES, "al1").settle();
    assertThat(trial.model(OPUS).benchmarks().intelligenceIndex()).isEqualTo(53.0);
    assertThat(trial.changes())
        .last()
        .satisfies(change -> assertThat(change.because()).isEqualTo(Map.of(Source.ALIASES, "al1")));
  }

  @Test
  void whatExceedsTheErrorIsToldOfTheModelWhoseNumbersChangedAndOfNoOther() {
    List<RawRecord> listings = new ArrayList<>(List.of(Listing.of(OPUS).model()));
    List<RawRecord> rows = new ArrayList<>(List.of(BenchmarkRows.analysis(OPUS, 53, 48)));
    List<RawRecord> ratings = new ArrayList<>();
    ratings.add(BenchmarkRows.rating(Board.TEXT, "Project Quux", 1100));
    for (int i = 1; i <= 12; i++) {
      listings.add(Listing.of("acme/known-" + i).model());
      rows.add(BenchmarkRows.analysis("acme/known-" + i, 4 * i, 4 * i + i % 3));
      ratings.add(BenchmarkRows.rating(Board.TEXT, "acme/known-" + i, 1200 + 20 * i));
    }
    trial
        .pull(OPENROUTER, "or1", listings.toArray(RawRecord[]::new))
        .pull(ARTIFICIAL_ANALYSIS, "aa1", rows.toArray(RawRecord[]::new))
        .pull(LMARENA, "lm1", ratings.toArray(RawRecord[]::new))
        .settle();
    int before = trial.changes().size();
    double estimate = coding(OPUS);
    double anothers = coding("acme/known-3");

    trial.alias("Project Quux", OPUS).outcome(Source.ALIASES, "al1").settle();

    assertThat(coding(OPUS)).isLessThan(estimate);
    assertThat(coding("acme/known-3")).isNotEqualTo(anothers);
    List<ModelChange> told =
        trial.changes().subList(before, trial.changes().size()).stream()
            .filter(change -> change.kind() != Kind.PICK)
            .toList();
    assertThat(told)
        .allSatisfy(
            change -> {
              assertThat(change.modelId()).isEqualTo(CanonicalId.of(OPUS));
              assertThat(change.kind()).isEqualTo(Kind.SCORE);
              assertThat(change.because()).isEqualTo(Map.of(Source.ALIASES, "al1"));
            });
    // The estimate for coding moved by less than its error.
    assertThat(told).extracting(ModelChange::field).containsExactly("scores.creative");
  }

  private double coding(String id) {
    return trial.model(id).estimates().get(Category.CODING).estimate();
  }

  @Test
  void namesThatMeanNoModelArePublishedUntilTheyDo() {
    trial
        .pull(OPENROUTER, "or1", Listing.of(OPUS).model())
        .pull(ARTIFICIAL_ANALYSIS, "aa1", BenchmarkRows.analysis("Project Quux", 53, 48))
        .pull(Source.LIVEBENCH, "lb1", BenchmarkRows.liveBench("Zap", Map.of("coding", 0.5)))
        .settle();
    assertThat(trial.unresolved())
        .containsOnlyKeys("artificial-analysis/aa-Project Quux", "livebench/Zap");
    assertThat(trial.unresolved().get("livebench/Zap").name()).isEqualTo("Zap");

    trial.alias("Project Quux", OPUS).outcome(Source.ALIASES, "al1").settle();
    assertThat(trial.unresolved()).containsOnlyKeys("livebench/Zap");

    trial.unsay(Source.LIVEBENCH, "Zap").outcome(Source.LIVEBENCH, "lb2").settle();
    assertThat(trial.unresolved()).isEmpty();
    assertThat(trial.sentUnresolved()).hasSize(4);
  }

  @Test
  void unresolvedNamesAreSentOnce() {
    trial
        .pull(OPENROUTER, "or1", Listing.of(OPUS).model())
        .pull(ARTIFICIAL_ANALYSIS, "aa1", BenchmarkRows.analysis("Project Quux", 53, 48))
        .settle()
        .pull(ARTIFICIAL_ANALYSIS, "aa2", BenchmarkRows.analysis("Project Quux", 54, 49))
        .settle()
        .restart()
        .settle();

    assertThat(trial.sentUnresolved()).containsExactly("artificial-analysis/aa-Project Quux");
  }

  @Test
  void noNameIsUnresolvedBeforeThereIsACatalogue() {
    trial.pull(ARTIFICIAL_ANALYSIS, "aa1", BenchmarkRows.analysis(OPUS, 53, 48)).settle();
    trial.pull(OPENROUTER, "or1", Listing.of(OPUS).model()).settle();

    assertThat(trial.sentUnresolved()).isEmpty();
  }

  @Test
  void evidenceLeadsToTheRecord() {
    trial
        .pull(OPENROUTER, "or1", Listing.of(MINI).model(), Listing.of(OPUS).model())
        .pull(
            ARTIFICIAL_ANALYSIS,
            "aa1",
            BenchmarkRows.analysis(MINI, 10, 20),
            BenchmarkRows.analysis(OPUS, 53, 48))
        .settle();
    assertThat(trial.model(OPUS).evidence())
        .isNotEmpty()
        .allSatisfy(
            number -> {
              assertThat(number.topic()).isEqualTo("raw-artificial-analysis");
              assertThat(number.partition()).isZero();
              assertThat(number.offset()).isEqualTo(1);
            });

    trial.pull(ARTIFICIAL_ANALYSIS, "aa2", BenchmarkRows.analysis(OPUS, 60, 48)).restart().settle();
    assertThat(trial.model(OPUS).evidence()).isNotEmpty().allMatch(n -> n.offset() == 2);
  }

  @Test
  void restartGoesOnWhereItStopped() {
    trial
        .pull(OPENROUTER, "or1", Listing.of(OPUS).model())
        .pull(ARTIFICIAL_ANALYSIS, "aa1", BenchmarkRows.analysis(OPUS, 53, 48))
        .settle();
    int sent = trial.sent().size();
    int runs = trial.runs().size();
    int changes = trial.changes().size();

    trial.restart().settle();
    assertThat(trial.sent()).hasSize(sent);
    assertThat(trial.runs()).hasSize(runs);
    assertThat(trial.changes()).hasSize(changes);

    trial.pull(OPENROUTER, "or2", Listing.of(MINI).model()).settle();
    assertThat(trial.table()).hasSize(2);
    assertThat(trial.model(OPUS).scores()).containsEntry(Category.GENERAL, 76.5);
    assertThat(trial.changes()).hasSize(changes + 1);
    assertThat(trial.lastRun().applied())
        .isEqualTo(Map.of(OPENROUTER, "or2", ARTIFICIAL_ANALYSIS, "aa1"));
  }

  @Test
  void basisOfIndicesIsLoggedOncePerChange() {
    Logger logger = (Logger) LoggerFactory.getLogger(EnrichmentStage.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
    try {
      trial
          .pull(OPENROUTER, "or1", Listing.of(OPUS).embeds(50.0, 60.0).model())
          .settle()
          .pull(OPENROUTER, "or2", Listing.of(MINI).embeds(40.0, 50.0).model())
          .settle()
          .pull(ARTIFICIAL_ANALYSIS, "aa1", BenchmarkRows.analysis(OPUS, 53, 48))
          .settle();
    } finally {
      logger.setAdditive(true);
      logger.setLevel(null);
      logger.detachAppender(log);
    }

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .satisfiesExactly(
            first -> assertThat(first).contains("embedded ones, there are no others"),
            second -> assertThat(second).contains("own rows only").contains("12.0 points over 1"));
    assertThat(trial.model(MINI).benchmarks()).isNull();
  }

  @Test
  void attemptsAloneCauseNoRun() {
    trial.send(Topics.SOURCE_STATUS, Source.LMARENA.id(), SourceStatus.never(Source.LMARENA));
    assertThat(trial.settle().runs()).isEmpty();

    trial.pull(OPENROUTER, "or1", Listing.of(OPUS).model()).settle();
    int runs = trial.runs().size();
    trial.begin(OPENROUTER, "or1").settle();
    assertThat(trial.runs()).hasSize(runs);
  }

  @Test
  void aPullThatBringsNothingClosesItsRefreshAndChangesNothingElse() {
    trial.pull(OPENROUTER, "or1", Listing.of(OPUS).model()).settle();
    EnrichmentRun before = trial.lastRun();
    int sent = trial.sent().size();
    trial.outcome(OPENROUTER, "or1").settle();

    EnrichmentRun after = trial.lastRun();
    assertThat(after.closed()).isNotEqualTo(before.closed());
    assertThat(after.closed().leaders()).isEqualTo(before.closed().leaders());
    assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    assertThat(after.refreshedAt()).isEqualTo(before.refreshedAt());
    assertThat(trial.sent()).hasSize(sent);
  }
}
