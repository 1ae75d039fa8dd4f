package dev.smartspawn.worker.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.stage.StateHistory;
import dev.smartspawn.schema.stage.UnsafeStateException;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;

/** The fold's money and deadlines, taken away beside committed offsets. */
class FoldStateTest {

  @Test
  void emptyStoresBesideRowsInTheChangelogsStopTheStage() {
    assertThatThrownBy(() -> start(new Committed(40, 3)))
        .rootCause()
        .isInstanceOf(UnsafeStateException.class)
        .hasMessageContaining("stage that folds spawns into results (partition 0)")
        .hasMessageContaining("due, ended, spawns");
  }

  @Test
  void emptyStoresBesideDeletedChangelogsStopTheStage() {
    assertThatThrownBy(() -> start(new Committed(0, 0)))
        .hasRootCauseInstanceOf(UnsafeStateException.class);
  }

  /** Every spawn ended, and long ago; a version without marks wrote it. */
  @Test
  void emptyStoresWhoseChangelogsHaveNoRowsAreRight() {
    try (TopologyTestDriver driver = start(new Committed(40, 0))) {
      assertThat(driver.getAllStateStores()).hasSize(3);
    }
  }

  @Test
  void firstStartNeedsNoState() {
    try (TopologyTestDriver driver = start(StateHistory.NONE)) {
      assertThat(driver.getAllStateStores()).hasSize(3);
    }
  }

  private static TopologyTestDriver start(StateHistory history) {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    return new TopologyTestDriver(FoldTopology.build(history), config, Instant.EPOCH);
  }

  /** Changelogs beside committed offsets, all alike. */
  private record Committed(long written, long rows) implements StateHistory {

    @Override
    public boolean hasCommitted(int partition) {
      return true;
    }

    @Override
    public Changelog changelog(String store, int partition) {
      return new Changelog(written, rows);
    }
  }
}
