package dev.smartspawn.query.change;

import dev.smartspawn.query.view.Attribution;
import dev.smartspawn.schema.change.ModelChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /changes}: the newest first. */
public record ChangesBody(List<ModelChange> data, Meta meta) {

  public static ChangesBody of(ChangeHistory.Page page) {
    return new ChangesBody(
        page.changes(), new Meta(page.total(), page.filtered(), attribution(page.changes())));
  }

  /**
   * @param total changes that are remembered
   * @param filtered those that pass the filters, of which {@code data} holds the first
   * @param attribution where scores are shown, which rest on its figures
   */
  public record Meta(int total, int filtered, @Nullable Attribution attribution) {}

  private static @Nullable Attribution attribution(List<ModelChange> shown) {
    return shown.stream()
            .map(ModelChange::kind)
            .anyMatch(kind -> kind == ModelChange.Kind.SCORE || kind == ModelChange.Kind.CATEGORY)
        ? Attribution.ARTIFICIAL_ANALYSIS
        : null;
  }
}
