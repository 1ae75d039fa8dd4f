package dev.smartspawn.query.view.kafka;

import dev.smartspawn.query.view.UnresolvedNames;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.topic.Topics;
import java.util.function.Function;

/**
 * Puts the unresolved names into the view, when they changed. Apart from {@link ViewBuilder}, on a
 * thread of its own: there are thousands of them, and models should not wait for them. Used by one
 * thread.
 */
final class NamesBuilder {

  private final Tables tables;
  private final NewestView view;
  private final TableRows<UnresolvedName, UnresolvedName> rows =
      new TableRows<>(Topics.UNRESOLVED_NAMES, Function.identity());

  /**
   * @param view only its names are replaced
   */
  NamesBuilder(Tables tables, NewestView view) {
    this.tables = tables;
    this.view = view;
  }

  /** Publishes the names as they are now. */
  void build() {
    if (rows.update(tables)) {
      view.publish(new UnresolvedNames(rows.prepared(), rows.fingerprint()));
    }
  }
}
