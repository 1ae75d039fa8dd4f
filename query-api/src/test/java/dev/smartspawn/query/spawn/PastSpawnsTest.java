package dev.smartspawn.query.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.spawn.SpawnId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PastSpawnsTest {

  private static final SpawnId OLD = new SpawnId("old");
  private static final SpawnId YOUNGER = new SpawnId("younger");
  private static final SpawnId NEW = new SpawnId("new");

  private final PastSpawns past =
      new PastSpawns(Duration.ofDays(30), Clock.fixed(SpawnTopicsUnderTest.NOW, ZoneOffset.UTC));

  @Test
  void aSpawnIsForgottenAfterAMonth() {
    add(OLD, Duration.ofDays(31));
    add(YOUNGER, Duration.ofDays(29));
    assertThat(past.find(OLD)).isEmpty();

    add(NEW, Duration.ofDays(1));

    assertThat(past.find(YOUNGER)).isPresent();
    assertThat(past.find(NEW)).isPresent();
  }

  private void add(SpawnId id, Duration age) {
    past.add(KnownSpawn.unknown(id, SpawnTopicsUnderTest.NOW.minus(age)));
  }
}
