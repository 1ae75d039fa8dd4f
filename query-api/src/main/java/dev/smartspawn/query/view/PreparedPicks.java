package dev.smartspawn.query.view;

import dev.smartspawn.query.body.Body;
import dev.smartspawn.query.body.PickBody;
import dev.smartspawn.query.body.RenderedModel;
import dev.smartspawn.query.recommend.Niche;
import dev.smartspawn.query.recommend.Recommendation;
import dev.smartspawn.query.recommend.Wishes;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of {@code GET /pick} that no particular wish changes, as bytes. */
public final class PreparedPicks {

  private final Map<Niche, byte[]> bodies = new HashMap<>();
  private final Catalogue catalogue;

  PreparedPicks(Catalogue catalogue) {
    this.catalogue = catalogue;
    for (Niche niche : Niche.all()) {
      make(niche.category(), Wishes.of(niche.budget(), niche.freeVariants()))
          .ifPresent(body -> bodies.put(niche, body));
    }
  }

  /** Empty when no model meets the wishes. */
  public Optional<byte[]> body(Category category, Wishes wishes) {
    return wishes.areMetByShortlist()
        ? Optional.ofNullable(bodies.get(wishes.niche(category)))
        : make(category, wishes);
  }

  private Optional<byte[]> make(Category category, Wishes wishes) {
    return catalogue.recommender().recommend(category, wishes, 1).chosen().stream()
        .findFirst()
        .map(pick -> Body.bytes(body(category, wishes, pick)));
  }

  private PickBody body(Category category, Wishes wishes, Recommendation pick) {
    EnrichedModel model = pick.ranked().model();
    return new PickBody(
        new PickBody.Pick(
            model.id(),
            model.name(),
            model.provider(),
            pick.ranked().score(),
            pick.ranked().estimate(),
            model.pricing(),
            pick.reason(),
            pick.ranked().confidence()),
        new PickBody.Meta(
            category,
            wishes.budget().id(),
            RenderedModel.attribution(List.of(catalogue.rendered(model)))));
  }
}
