package dev.smartspawn.enrich;

import static dev.smartspawn.schema.source.Source.OPENROUTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.stage.StateHistory;
import dev.smartspawn.schema.stage.UnsafeStateException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State that is lost beside committed offsets, and tables that lost state would bring. */
class EnrichmentStateTest {

  private static final String LISTING = "held-raw-openrouter";

  private final TopologyRun trial = new TopologyRun();

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void everyStoreHasAMarkEvenAnEmptyOne() {
    pull(30);

    assertThat(trial.stores().rows()).containsEntry("held-raw-livebench", 0L);
    assertThat(trial.stores().marks()).isEqualTo(trial.stores().stores());
  }

  @ParameterizedTest
  @ValueSource(strings = {LISTING, "published-models", "positions", "runs", "held-raw-livebench"})
  void oneLostStoreStopsTheStage(String store) {
    pull(30);
    trial.stores().lose(store);

    assertThatThrownBy(trial::restart)
        .rootCause()
        .isInstanceOf(UnsafeStateException.class)
        .hasMessageContaining("lost or incomplete: " + store + ".");
  }

  @Test
  void allStateLostBesideCommittedOffsetsStopsTheStage() {
    pull(30);
    StateHistory changelogs = new Committed(trial.stores().rows());
    trial.stores().loseAll();

    assertThatThrownBy(trial.history(changelogs)::restart)
        .hasRootCauseInstanceOf(UnsafeStateException.class);
  }

  @Test
  void deletedChangelogsBesideCommittedOffsetsStopTheStage() {
    pull(30);
    trial.stores().loseAll();

    assertThatThrownBy(trial.history(new Committed(Map.of()))::restart)
        .hasRootCauseInstanceOf(UnsafeStateException.class);
  }

  @Test
  void withoutCommittedOffsetsEmptyStoresAreAFirstStart() {
    trial.restart();

    pull(30);

    assertThat(trial.table()).hasSize(30);
  }

  @Test
  void stateOfAVersionWithoutMarksGetsThem() {
    pull(30);
    Map<String, Long> rows = trial.stores().rows();
    trial.stores().unmark();
    int sent = trial.sent().size();

    trial.history(new Committed(rows)).restart().settle();

    assertThat(trial.stores().marks()).isEqualTo(trial.stores().stores());
    assertThat(trial.sent()).hasSize(sent);
  }

  @Test
  void stateOfAVersionWithoutMarksThatMissesRowsStopsTheStage() {
    pull(30);
    Map<String, Long> rows = trial.stores().rows();
    trial.stores().unmark();
    trial.stores().lose("runs");

    assertThatThrownBy(trial.history(new Committed(rows))::restart)
        .rootCause()
        .hasMessageContaining("lost or incomplete: runs.");
  }

  @Test
  void rowsThatOnlyTheTopicHoldsGetTombstones() {
    pull(30);
    trial.tableBytes().put(CanonicalId.of("maker/stale"), new byte[] {'{', '}'});
    int runs = trial.runs().size();

    trial.restart().settle();

    assertThat(trial.table()).hasSize(30);
    assertThat(trial.sent()).last().isEqualTo(CanonicalId.of("maker/stale"));
    assertThat(trial.runs()).hasSize(runs);
  }

  @Test
  void rowsThatTheTopicLostAreSentAgain() {
    pull(30);
    trial.tableBytes().remove(CanonicalId.of("maker/model-7"));

    trial.restart().settle();

    assertThat(trial.table()).hasSize(30);
  }

  /** The stores have their marks, and what they hold is wrong all the same. */
  @Test
  void implausibleFirstTableIsRefused() {
    pull(30);
    IntStream.range(30, 60).forEach(i -> stale("maker/model-" + i));

    trial.restart();

    assertThatThrownBy(trial::settle)
        .hasRootCauseInstanceOf(UnsafeStateException.class)
        .rootCause()
        .hasMessageContaining("30 models, and 30 of the 60 published ones")
        .hasMessageContaining("SMART_SPAWN_IMPLAUSIBLE_TABLE=publish");
    assertThat(trial.tableBytes()).hasSize(60);
  }

  @Test
  void settingPublishesIt() {
    pull(30);
    IntStream.range(30, 60).forEach(i -> stale("maker/model-" + i));

    trial.implausible(ImplausibleTable.PUBLISH).restart().settle();

    assertThat(trial.table()).hasSize(30);
  }

  @Test
  void anotherReleasePublishesIt() {
    pull(30);
    IntStream.range(30, 60).forEach(i -> stale("maker/model-" + i));
    EnrichmentRun last = trial.lastRun();
    trial
        .runs()
        .add(
            new EnrichmentRun(
                last.at(),
                last.models(),
                last.fingerprint(),
                last.applied(),
                last.refreshedAt(),
                last.refused(),
                "0.9",
                Map.of(),
                last.closed()));

    trial.restart().settle();

    assertThat(trial.table()).hasSize(30);
  }

  @Test
  void onlyTheFirstTableIsCompared() {
    pull(30);
    trial.restart().settle();

    IntStream.range(5, 30).forEach(i -> trial.unsay(OPENROUTER, "maker/model-" + i));
    trial.outcome(OPENROUTER, "or2").settle();

    assertThat(trial.table()).hasSize(5);
  }

  private void pull(int models) {
    RawRecord[] listed =
        IntStream.range(0, models)
            .mapToObj(i -> Listing.of("maker/model-" + i).model())
            .toArray(RawRecord[]::new);
    trial.pull(OPENROUTER, "or1", listed).settle();
  }

  private void stale(String id) {
    trial.tableBytes().put(CanonicalId.of(id), new byte[] {'{', '}'});
  }

  /**
   * Changelogs beside committed offsets.
   *
   * @param rows by store
   */
  private record Committed(Map<String, Long> rows) implements StateHistory {

    @Override
    public boolean hasCommitted(int partition) {
      return true;
    }

    @Override
    public Changelog changelog(String store, int partition) {
      long live = rows.getOrDefault(store, 0L);
      return new Changelog(live, live);
    }
  }
}
