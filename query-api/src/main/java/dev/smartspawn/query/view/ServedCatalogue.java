package dev.smartspawn.query.view;

import dev.smartspawn.query.http.response.EntityTag;
import dev.smartspawn.query.recommend.RankingSetting;
import dev.smartspawn.query.recommend.Recommender;
import dev.smartspawn.query.recommend.Shortlists;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.refresh.Leader;
import dev.smartspawn.schema.source.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table of enriched models with everything that questions about models need, precomputed. */
public final class ServedCatalogue {

  private final Map<CanonicalId, RenderedModel> byId = new HashMap<>();
  private final Listings listings;
  private final Recommender recommender;
  private final Map<Source, Set<String>> named = new TreeMap<>();
  private final ModelNames names;
  private final List<WeakMatch> weakMatches;
  private final List<Source> awaiting;
  private final String entityTag;
  private final List<Leader> leaders;

  /**
   * With the records of every source.
   *
   * @param fingerprint the same for the same models
   */
  public ServedCatalogue(
      Collection<RenderedModel> models, String fingerprint, RankingSetting ranking) {
    this(models, fingerprint, ranking, List.of());
  }

  /**
   * @param fingerprint the same for the same models
   * @param awaiting the sources whose first pull is not among these models yet
   */
  public ServedCatalogue(
      Collection<RenderedModel> models,
      String fingerprint,
      RankingSetting ranking,
      List<Source> awaiting) {
    this(models, fingerprint, ranking, awaiting, List.of());
  }

  /**
   * @param fingerprint the same for the same models
   * @param awaiting the sources whose first pull is not among these models yet
   * @param leaders the answers to the standard questions so far
   */
  public ServedCatalogue(
      Collection<RenderedModel> models,
      String fingerprint,
      RankingSetting ranking,
      List<Source> awaiting,
      List<Leader> leaders) {
    this.leaders = List.copyOf(leaders);
    this.awaiting = List.copyOf(awaiting);
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
    this.recommender =
        new Recommender(Shortlists.of(plain, ranking.ranking()), ranking.leaders(leaders));
    this.names = new ModelNames(plain);
    this.weakMatches =
        plain.stream()
            .flatMap(
                model ->
                    model.evidence().stream()
                        .filter(WeakMatch::isIn)
                        .map(evidence -> WeakMatch.of(model.id(), evidence)))
            .distinct()
            .sorted(WeakMatch.IN_ORDER)
            .toList();
    String missing = awaiting.isEmpty() ? "" : " without " + awaiting;
    this.entityTag =
        EntityTag.of(ApiVersion.CURRENT, ranking.id(), fingerprint + missing, leaders.toString());
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

  /** By any of the model's names; empty if no model, or more than one, has it. */
  public Optional<RenderedModel> find(String name) {
    return names.find(name).flatMap(this::find);
  }

  /** The id that is written most like {@code name}; empty without models. */
  public Optional<String> nearestId(String name) {
    return names.nearest(name);
  }

  /** Names of sources that were matched by a weak rule, the weakest first. */
  public List<WeakMatch> weakMatches() {
    return weakMatches;
  }

  /** The sources whose first pull is not among these models yet; empty once all are. */
  public List<Source> awaiting() {
    return awaiting;
  }

  /** The answers to the standard questions so far; empty before a refresh was closed. */
  public List<Leader> leaders() {
    return leaders;
  }

  /** The same for a body, which has the field only while something is awaited. */
  public @Nullable List<Source> awaitingOrNull() {
    return awaiting.isEmpty() ? null : awaiting;
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
