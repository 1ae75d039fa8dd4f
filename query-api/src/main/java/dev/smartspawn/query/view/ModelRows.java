package dev.smartspawn.query.view;

import dev.smartspawn.query.body.RenderedModel;
import dev.smartspawn.schema.TableFingerprint;
import dev.smartspawn.schema.Topics;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of the enriched-models topic as they were last looked at, each read and rendered once.
 * Used by one thread.
 */
final class ModelRows {

  private final Map<String, Row> rows = new TreeMap<>();
  private final TableFingerprint fingerprint = new TableFingerprint();

  /**
   * Takes over a newer table.
   *
   * @return whether it differs from the one before
   */
  boolean update(Map<String, byte[]> table) {
    boolean removed = removeAllBut(table);
    boolean changed = false;
    for (Map.Entry<String, byte[]> entry : table.entrySet()) {
      changed |= put(entry.getKey(), entry.getValue());
    }
    return removed || changed;
  }

  /** In the order of their ids. */
  Collection<RenderedModel> models() {
    return rows.values().stream().map(Row::model).toList();
  }

  /** To be compared with an {@link dev.smartspawn.schema.refresh.EnrichmentRun}'s. */
  String fingerprint() {
    return fingerprint.value();
  }

  private boolean removeAllBut(Map<String, byte[]> table) {
    boolean changed = false;
    for (Iterator<Map.Entry<String, Row>> each = rows.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<String, Row> row = each.next();
      if (!table.containsKey(row.getKey())) {
        fingerprint.change(row.getKey(), row.getValue().bytes(), null);
        each.remove();
        changed = true;
      }
    }
    return changed;
  }

  private boolean put(String key, byte[] bytes) {
    Row before = rows.get(key);
    if (before != null && Arrays.equals(before.bytes(), bytes)) {
      return false;
    }
    rows.put(key, new Row(bytes, read(bytes)));
    fingerprint.change(key, before == null ? null : before.bytes(), bytes);
    return true;
  }

  private static RenderedModel read(byte[] bytes) {
    return RenderedModel.of(
        Topics.ENRICHED_MODELS
            .valueSerde()
            .deserializer()
            .deserialize(Topics.ENRICHED_MODELS.name(), bytes));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  private record Row(byte[] bytes, RenderedModel model) {}
}
