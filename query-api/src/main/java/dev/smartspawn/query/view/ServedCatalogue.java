package dev.smartspawn.query.view;

import dev.smartspawn.query.http.response.EntityTag;
import dev.smartspawn.query.recommend.RankingSetting;
import dev.smartspawn.query.recommend.Recommender;
import dev.smartspawn.query.recommend.Shortlists;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.source.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A table of enriched models with everything that questions about models need, precomputed. */
public final class ServedCatalogue {

  private final Map<CanonicalId, RenderedModel> byId = new HashMap<>();
  private final Listings listings;
  private final Recommender recommender;
  private final Map<Source, Set<String>> named = new TreeMap<>();
  private final String entityTag;

  /**
   * @param fingerprint the same for the same models
   */
  public ServedCatalogue(
      Collection<RenderedModel> models, String fingerprint, RankingSetting ranking) {
    models.forEach(rendered -> byId.put(rendered.model().id(), rendered));
    List<EnrichedModel> plain = models.stream().map(RenderedModel::model).toList();
    plain.stream()
        .flatMap(model -> model.evidence().stream())
        .forEach(
            number ->
                named
                    .computeIfAbsent(number.source(), source -> new HashSet<>())
                    .add(number.sourceId()));
    this.listings = new Listings(models);
    this.recommender = new Recommender(Shortlists.of(plain, ranking.ranking()));
    this.entityTag = EntityTag.of(ApiVersion.CURRENT, ranking.id(), fingerprint);
  }

  public int size() {
    return byId.size();
  }

  /** How many of the source's records contribute figures to a model. */
  public int named(Source source) {
    return named.getOrDefault(source, Set.of()).size();
  }

  public Optional<RenderedModel> find(CanonicalId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The rendering of a model that came from this catalogue. */
  public RenderedModel rendered(EnrichedModel model) {
    return find(model.id()).orElseThrow();
  }

  public Listings listings() {
    return listings;
  }

  public Recommender recommender() {
    return recommender;
  }

  /** With its quotes; the same for the same models in the same order, over restarts too. */
  public String entityTag() {
    return entityTag;
  }
}
