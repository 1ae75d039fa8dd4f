package dev.smartspawn.query;

import dev.smartspawn.query.recommend.RankingSetting;
import dev.smartspawn.query.view.Freshness;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.query.view.UnresolvedNames;
import dev.smartspawn.schema.enriched.BenchmarksBuilder;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModel.Benchmarks;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.enriched.EnrichedModelBuilder;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.enriched.EvidenceBuilder;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.enriched.Tier;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Authors models for tests: one that says nothing else costs $3/$15 and can call functions. */
public final class SampleModel {

  public static final Instant REFRESHED_AT = Instant.parse("2026-11-20T10:00:00Z");

  private final CanonicalId id;
  private final Map<Category, Double> scores = new EnumMap<>(Category.class);
  private final Map<Category, Double> efficiency = new EnumMap<>(Category.class);
  private final List<String> tags = new ArrayList<>();
  private List<String> alsoKnownAs = List.of();
  private @Nullable LocalDate lastDay;
  private Pricing pricing = new Pricing(3, 15);
  private List<String> supportedParameters = List.of();
  private Capabilities capabilities = new Capabilities(false, true, true, false, false, false);
  private Tier tier = Tier.STANDARD;
  private long contextLength = 128_000;
  private @Nullable Benchmarks benchmarks;
  private List<Source> sources = List.of(Source.OPENROUTER);
  private final Map<Category, QualityEstimate> estimates = new EnumMap<>(Category.class);
  private final List<Evidence> evidence = new ArrayList<>();

  private SampleModel(String id) {
    this.id = CanonicalId.of(id);
  }

  public static SampleModel model(String id) {
    return new SampleModel(id);
  }

  public SampleModel score(Category category, double score) {
    scores.put(category, score);
    return this;
  }

  public SampleModel costs(double prompt, double completion) {
    pricing = new Pricing(prompt, completion);
    return this;
  }

  public SampleModel efficiency(Category category, double value) {
    efficiency.put(category, value);
    return this;
  }

  public SampleModel router() {
    tags.add(EnrichedModel.ROUTER_TAG);
    return costs(-1, -1);
  }

  public SampleModel alsoKnownAs(String... names) {
    alsoKnownAs = List.of(names);
    return this;
  }

  public SampleModel lastDay(String date) {
    lastDay = LocalDate.parse(date);
    tags.add(EnrichedModel.EXPIRING_TAG);
    return this;
  }

  public SampleModel context(long tokens) {
    contextLength = tokens;
    return this;
  }

  public SampleModel can(boolean vision, boolean json, boolean reasoning) {
    capabilities = new Capabilities(vision, true, true, json, reasoning, vision);
    return this;
  }

  /** As OpenRouter lists parameters. */
  public SampleModel takes(String... parameters) {
    supportedParameters = List.of(parameters);
    return this;
  }

  public SampleModel tier(Tier tier) {
    this.tier = tier;
    return this;
  }

  public SampleModel codingIndex(double index, Source... sources) {
    benchmarks = new BenchmarksBuilder().codingIndex(index).build();
    this.sources = Arrays.asList(sources);
    return this;
  }

  /** {@code estimate +/- error}, with a confidence of 1 less a tenth of the error. */
  public SampleModel estimate(Category category, double estimate, double error, int sources) {
    estimates.put(
        category,
        new QualityEstimate(estimate, estimate - error, estimate + error, sources, 1 - error / 10));
    return this;
  }

  /** A number of Artificial Analysis. */
  public SampleModel evidence(String metric, double value, @Nullable String effort) {
    evidence.add(
        new EvidenceBuilder()
            .metric(metric)
            .value(value)
            .raw(value)
            .unit("index")
            .source(Source.ARTIFICIAL_ANALYSIS)
            .sourceId("key-of-" + id)
            .sourceName("Name of " + id)
            .effort(effort)
            .pulledAt(REFRESHED_AT)
            .rule("display-name")
            .confidence(0.98)
            .topic("raw-artificial-analysis")
            .partition(0)
            .offset(evidence.size())
            .build());
    return this;
  }

  public EnrichedModel build() {
    return new EnrichedModelBuilder()
        .id(id)
        .name(id.value().substring(id.value().indexOf('/') + 1))
        .provider(id.provider())
        .contextLength(contextLength)
        .alsoKnownAs(alsoKnownAs)
        .lastDay(lastDay)
        .pricing(pricing)
        .capabilities(capabilities)
        .supportedParameters(supportedParameters)
        .categories(List.copyOf(scores.keySet()))
        .scores(scores)
        .costEfficiency(efficiency)
        .tier(tier)
        .benchmarks(benchmarks)
        .tags(tags)
        .lastUpdated(REFRESHED_AT)
        .sourcesCovered(sources)
        .estimates(estimates)
        .evidence(evidence)
        .build();
  }

  public static ServedCatalogue catalogue(EnrichedModel... models) {
    List<RenderedModel> rendered = Arrays.stream(models).map(RenderedModel::of).toList();
    return new ServedCatalogue(
        rendered, Integer.toHexString(rendered.size()), RankingSetting.EVIDENCE);
  }

  public static ModelView view(EnrichedModel... models) {
    return view(UnresolvedNames.NONE, models);
  }

  public static ModelView view(UnresolvedNames names, EnrichedModel... models) {
    return new ModelView(
        catalogue(models),
        new Freshness(
            Map.of(), Map.of(Source.OPENROUTER, "pull"), REFRESHED_AT, Map.of(), Map.of()),
        names);
  }
}
