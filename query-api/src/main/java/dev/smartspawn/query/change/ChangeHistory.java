package dev.smartspawn.query.change;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.ModelChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest changes, a repeated one once. */
public final class ChangeHistory {

  private final int kept;
  private final Map<String, ModelChange> changes = new LinkedHashMap<>();

  /**
   * @param kept how many it remembers
   */
  public ChangeHistory(int kept) {
    this.kept = kept;
  }

  /**
   * Some changes, newest first.
   *
   * @param total how many are remembered
   * @param filtered how many of them pass the filters
   */
  public record Page(List<ModelChange> changes, int total, int filtered) {

    public Page {
      changes = List.copyOf(changes);
    }
  }

  synchronized void add(ModelChange change) {
    changes.putIfAbsent(change.id(), change);
    Iterator<String> oldest = changes.keySet().iterator();
    while (changes.size() > kept) {
      oldest.next();
      oldest.remove();
    }
  }

  /**
   * @param model only this one's
   * @param since only those after it
   */
  public synchronized Page newest(
      Optional<CanonicalId> model, Optional<Instant> since, int limit) {
    List<ModelChange> passing =
        changes.values().stream()
            .filter(change -> model.map(change.modelId()::equals).orElse(true))
            .filter(change -> since.map(change.at()::isAfter).orElse(true))
            .toList();
    List<ModelChange> page = new ArrayList<>();
    for (int i = passing.size() - 1; i >= 0 && page.size() < limit; i--) {
      page.add(passing.get(i));
    }
    return new Page(page, changes.size(), passing.size());
  }
}
