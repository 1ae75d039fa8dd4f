package dev.smartspawn.query.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.SampleModel;
import dev.smartspawn.query.recommend.RankingSetting;
import dev.smartspawn.query.view.Freshness;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.query.view.UnresolvedNames;
import dev.smartspawn.schema.refresh.FigureUse;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.refresh.SourceStatusBuilder;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusReportTest {

  private final Map<Source, SourceStatus> statuses = new TreeMap<>();

  @Test
  void theStatusIsOkWhenEverySourceIs() {
    allOk();
    assertThat(report(1).data().status()).isEqualTo("ok");
  }

  @Test
  void oneStaleSourceDegrades() {
    allOk();
    put(Source.LIVEBENCH, Outcome.STALE, Origin.LIVE, "answered 503");
    StatusBody.Status status = report(1).data();
    assertThat(status.status()).isEqualTo("degraded");
    assertThat(status.sources().get("livebench"))
        .satisfies(
            source -> {
              assertThat(source.status()).isEqualTo(Outcome.STALE);
              assertThat(source.reason()).isEqualTo("answered 503");
            });
  }

  @Test
  void theSnapshotDegrades() {
    allOk();
    put(Source.OPENROUTER, Outcome.OK, Origin.SNAPSHOT, null);
    assertThat(report(1).data().status()).isEqualTo("degraded");
  }

  @Test
  void anUnreadableReferenceFileDegrades() {
    allOk();
    put(Source.ALIASES, Outcome.STALE, Origin.LIVE, "aliases.yaml, line 3");
    assertThat(report(1).data().status()).isEqualTo("degraded");
  }

  @Test
  void withoutModelsItIsStarting() {
    allOk();
    assertThat(report(0).data().status()).isEqualTo("starting");
  }

  @Test
  void withoutAWholeCatalogueItIsStarting() {
    allOk();
    Freshness halfWay =
        new Freshness(statuses, Map.of(Source.ALIASES, "pull"), null, Map.of(), Map.of());
    assertThat(StatusReport.of(view(45, halfWay), SampleModel.REFRESHED_AT).data().status())
        .isEqualTo("starting");
  }

  @Test
  void everySourceIsThereUnderItsName() {
    StatusBody.Status status = report(1).data();
    assertThat(status.sources())
        .containsOnlyKeys(
            "openrouter",
            "artificialAnalysis",
            "hfLeaderboard",
            "lmarena",
            "lmarenaDataset",
            "livebench");
    assertThat(status.reference()).containsOnlyKeys("aliases", "overrides");
    assertThat(status.sources().get("lmarena").status()).isEqualTo(Outcome.PENDING);
  }

  @Test
  void sourceThatHasNothingDoesNotDegrade() {
    allOk();
    statuses.put(
        Source.LMARENA_DATASET,
        new SourceStatusBuilder(Source.LMARENA_DATASET)
            .outcome(Outcome.ABSENT, "answered 404")
            .build());

    StatusBody.Status status = report(45).data();

    assertThat(status.status()).isEqualTo("ok");
    assertThat(status.sources().get("lmarenaDataset").reason()).isEqualTo("answered 404");
  }

  @Test
  void useOfTwoPublicationsOfTheSameFiguresIsSaid() {
    allOk();
    Freshness freshness =
        new Freshness(
            statuses,
            Map.of(Source.OPENROUTER, "pull"),
            SampleModel.REFRESHED_AT,
            Map.of(),
            Map.of(Source.LMARENA, new FigureUse(List.of("text: used"))));

    Map<String, StatusBody.SourceBody> sources =
        StatusReport.of(view(45, freshness), SampleModel.REFRESHED_AT).data().sources();

    assertThat(sources.get("lmarena").use()).containsExactly("text: used");
    assertThat(sources.get("livebench").use()).isEmpty();
  }

  @Test
  void aPullIsAppliedWhenTheModelsHaveIt() {
    allOk();
    assertThat(report(1).data().sources().get("openrouter").applied()).isTrue();
    assertThat(report(1).data().sources().get("lmarena").applied()).isFalse();
  }

  private StatusBody report(int models) {
    return StatusReport.of(
        view(
            models,
            new Freshness(
                statuses,
                Map.of(Source.OPENROUTER, "pull"),
                SampleModel.REFRESHED_AT,
                Map.of(),
                Map.of())),
        SampleModel.REFRESHED_AT);
  }

  private static ModelView view(int models, Freshness freshness) {
    List<RenderedModel> rendered =
        IntStream.range(0, models)
            .mapToObj(i -> RenderedModel.of(SampleModel.model("maker/m" + i).build()))
            .toList();
    return new ModelView(
        new ServedCatalogue(rendered, "f", RankingSetting.SPEC), freshness, UnresolvedNames.NONE);
  }

  @Test
  void untilTheFirstTableIsWholeItIsStartingAndSaysWhatIsAwaited() {
    allOk();
    Freshness freshness =
        new Freshness(
            statuses,
            Map.of(Source.OPENROUTER, "pull"),
            SampleModel.REFRESHED_AT,
            Map.of(),
            Map.of());
    ModelView incomplete =
        new ModelView(
            new ServedCatalogue(List.of(), "f", RankingSetting.SPEC, List.of(Source.LMARENA)),
            freshness,
            UnresolvedNames.NONE,
            SampleModel.REFRESHED_AT.plusSeconds(90));

    StatusBody.Status status = StatusReport.of(incomplete, SampleModel.REFRESHED_AT).data();

    assertThat(status.status()).isEqualTo("starting");
    assertThat(status.awaiting()).containsExactly(Source.LMARENA);
  }

  private void allOk() {
    Source.PULLED.forEach(source -> put(source, Outcome.OK, Origin.LIVE, null));
  }

  private void put(Source source, Outcome outcome, Origin origin, @Nullable String reason) {
    statuses.put(
        source,
        new SourceStatusBuilder(source)
            .outcome(outcome, reason)
            .records("pull", SampleModel.REFRESHED_AT, 10, origin)
            .rawEndOffset(10)
            .asked(SampleModel.REFRESHED_AT, null)
            .finishedAt(SampleModel.REFRESHED_AT)
            .effort(1200, 1)
            .build());
  }
}
