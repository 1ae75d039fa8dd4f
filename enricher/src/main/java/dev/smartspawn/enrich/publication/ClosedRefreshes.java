package dev.smartspawn.enrich.publication;

import dev.smartspawn.enrich.incumbent.ClosedModel;
import dev.smartspawn.enrich.incumbent.Incumbents;
import dev.smartspawn.enrich.incumbent.PickCauses;
import dev.smartspawn.enrich.store.CachedStore;
import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.change.ModelChange.AnsweredQuestion;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.question.StandardQuestion;
import dev.smartspawn.schema.refresh.ClosedRefresh;
import dev.smartspawn.schema.refresh.Leader;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Closes refreshes: folds the leaders, and remembers how every model was. */
final class ClosedRefreshes {

  private final CachedStore<CanonicalId, ClosedModel> before;

  /**
   * @param before the models when a refresh was last closed
   */
  ClosedRefreshes(CachedStore<CanonicalId, ClosedModel> before) {
    this.before = before;
  }

  /**
   * A refresh that was closed.
   *
   * @param picks the questions that it gave another answer
   */
  record Closing(ClosedRefresh refresh, List<ModelChange> picks) {

    Closing {
      picks = List.copyOf(picks);
    }
  }

  /**
   * Closes a refresh now.
   *
   * @param last the one that was closed before; absent for the first
   * @param models the table after it
   * @param pulls by source, the pull that the table has applied
   * @param ended by source, when its last pull ended
   */
  Closing close(
      @Nullable ClosedRefresh last,
      SortedMap<CanonicalId, EnrichedModel> models,
      Map<Source, String> pulls,
      Map<Source, Instant> ended,
      Instant at) {
    SortedMap<CanonicalId, ClosedModel> now = new TreeMap<>();
    models.forEach((id, model) -> now.put(id, ClosedModel.of(model)));
    List<Leader> leaders =
        Incumbents.after(
            last == null ? List.of() : last.leaders(),
            models.values(),
            id -> !own(now.get(id)).equals(own(before.get(id))),
            at);
    ClosedRefresh refresh = new ClosedRefresh(at, pulls, ended, leaders);
    List<ModelChange> picks = last == null ? List.of() : picks(last, refresh, now);
    remember(now);
    return new Closing(refresh, picks);
  }

  private static String own(@Nullable ClosedModel model) {
    return model == null ? "" : model.own();
  }

  private List<ModelChange> picks(
      ClosedRefresh last, ClosedRefresh refresh, Map<CanonicalId, ClosedModel> now) {
    Map<Source, String> because = new TreeMap<>(refresh.pulls());
    because.entrySet().removeAll(last.pulls().entrySet());
    PickCauses causes = new PickCauses(before.rows(), now);
    Map<StandardQuestion, Leader> old = byQuestion(last);
    Map<StandardQuestion, Leader> current = byQuestion(refresh);
    List<ModelChange> picks = new ArrayList<>();
    for (StandardQuestion question : StandardQuestion.ALL) {
      @Nullable CanonicalId from = model(old.get(question));
      @Nullable CanonicalId to = model(current.get(question));
      if (!Objects.equals(from, to)) {
        picks.add(
            ModelChange.ofPick(
                to,
                new AnsweredQuestion(question.category(), question.budget(), from),
                because,
                refresh.at(),
                causes.inWords(question, from, to)));
      }
    }
    return picks;
  }

  private static Map<StandardQuestion, Leader> byQuestion(ClosedRefresh refresh) {
    return refresh.leaders().stream()
        .collect(Collectors.toMap(Leader::question, Function.identity()));
  }

  private static @Nullable CanonicalId model(@Nullable Leader leader) {
    return leader == null ? null : leader.model();
  }

  private void remember(SortedMap<CanonicalId, ClosedModel> now) {
    for (CanonicalId id : List.copyOf(before.rows().keySet())) {
      if (!now.containsKey(id)) {
        before.put(id, null);
      }
    }
    now.forEach(
        (id, model) -> {
          if (!model.equals(before.get(id))) {
            before.put(id, model);
          }
        });
  }
}
