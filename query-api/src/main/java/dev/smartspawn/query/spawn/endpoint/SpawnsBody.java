package dev.smartspawn.query.spawn.endpoint;

import dev.smartspawn.query.spawn.SpawnPage;
import java.util.List;

/** {@code GET /spawns}: the newest first, without their texts. */
public record SpawnsBody(List<SpawnBody.Spawn> data, Meta meta) {

  public static SpawnsBody of(SpawnPage page) {
    return new SpawnsBody(
        page.spawns().stream().map(SpawnBody.Spawn::of).toList(),
        new Meta(page.total(), page.filtered()));
  }

  /**
   * @param total spawns that are remembered
   * @param filtered those that pass the filter, of which {@code data} holds the first
   */
  public record Meta(int total, int filtered) {}
}
