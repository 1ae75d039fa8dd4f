package dev.smartspawn.query.spawn;

import java.util.List;

/**
 * Some spawns, newest first.
 *
 * @param total how many are remembered
 * @param filtered how many of them pass the filter
 */
public record SpawnPage(List<KnownSpawn> spawns, int total, int filtered) {

  public SpawnPage {
    spawns = List.copyOf(spawns);
  }
}
