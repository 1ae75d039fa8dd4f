package dev.smartspawn.query.body;

import dev.smartspawn.query.change.ChangeHistory;
import dev.smartspawn.schema.enriched.ModelChange;
import java.util.List;

/** {@code GET /changes}: the newest first. */
public record ChangesBody(List<ModelChange> data, Meta meta) {

  public static ChangesBody of(ChangeHistory.Page page) {
    return new ChangesBody(page.changes(), new Meta(page.total(), page.filtered()));
  }

  /**
   * @param total changes that are remembered
   * @param filtered those that pass the filters, of which {@code data} holds the first
   */
  public record Meta(int total, int filtered) {}
}
