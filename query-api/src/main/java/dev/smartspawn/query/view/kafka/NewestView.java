package dev.smartspawn.query.view.kafka;

import dev.smartspawn.query.view.Freshness;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.query.view.UnresolvedNames;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Holds the newest view. One thread replaces its models, another its names; readers neither lock
 * nor wait.
 */
final class NewestView implements Supplier<ModelView> {

  private volatile ModelView view = ModelView.EMPTY;

  @Override
  public ModelView get() {
    return view;
  }

  /** The names stay. */
  synchronized ModelView publish(
      ServedCatalogue catalogue, Freshness freshness, Instant wholeFrom) {
    view = new ModelView(catalogue, freshness, view.names(), wholeFrom);
    return view;
  }

  /** The models stay. */
  synchronized void publish(UnresolvedNames names) {
    view = view.with(names);
  }
}
