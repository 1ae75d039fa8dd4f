package dev.smartspawn.schema.refresh;

import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A refresh that is closed: every pull that it began has ended. Only then do leaders change, so the
 * order in which sources end does not matter.
 *
 * @param at when it was closed
 * @param pulls source to the newest pull whose records the table has, changed or not
 * @param ended source to the end of its last pull, failed ones too
 * @param leaders the answers to the standard questions, in their order; questions that no model
 *     answers are absent
 */
public record ClosedRefresh(
    Instant at, Map<Source, String> pulls, Map<Source, Instant> ended, List<Leader> leaders) {

  public ClosedRefresh {
    pulls = pulls == null ? Map.of() : Map.copyOf(pulls);
    ended = ended == null ? Map.of() : Map.copyOf(ended);
    leaders = leaders == null ? List.of() : List.copyOf(leaders);
  }
}
