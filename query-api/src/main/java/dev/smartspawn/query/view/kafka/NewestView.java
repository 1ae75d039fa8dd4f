package dev.smartspawn.query.view.kafka;

import dev.smartspawn.query.view.Freshness;
import dev.smartspawn.query.view.ModelCatalogue;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.UnresolvedNames;
import java.util.function.Supplier;

/**
 * Where the newest view stands. One thread replaces the models in it, another the names; whoever
 * reads it neither locks nor waits.
 */
final class NewestView implements Supplier<ModelView> {

  private volatile ModelView view = ModelView.EMPTY;

  @Override
  public ModelView get() {
    return view;
  }

  /** The names stay. */
  synchronized ModelView publish(ModelCatalogue catalogue, Freshness freshness) {
    view = new ModelView(catalogue, freshness, view.names());
    return view;
  }

  /** The models stay. */
  synchronized void publish(UnresolvedNames names) {
    view = view.with(names);
  }
}
