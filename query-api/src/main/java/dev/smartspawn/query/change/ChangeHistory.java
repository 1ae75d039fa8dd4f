package dev.smartspawn.query.change;

import dev.smartspawn.schema.change.ModelChange;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The newest changes, without repetitions. */
public final class ChangeHistory {

  private final int kept;
  private final Map<String, ModelChange> changes = new LinkedHashMap<>();

  /**
   * @param kept how many to keep
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
   * @param wanted which ones
   */
  public synchronized Page newest(Predicate<ModelChange> wanted, int limit) {
    List<ModelChange> passing = changes.values().stream().filter(wanted).toList();
    List<ModelChange> page = new ArrayList<>();
    for (int i = passing.size() - 1; i >= 0 && page.size() < limit; i--) {
      page.add(passing.get(i));
    }
    return new Page(page, changes.size(), passing.size());
  }
}
