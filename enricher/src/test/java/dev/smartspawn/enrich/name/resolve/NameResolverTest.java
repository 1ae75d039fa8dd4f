package dev.smartspawn.enrich.name.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.name.Catalogues;
import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.MatchRule;
import dev.smartspawn.enrich.name.NameConvention;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.source.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NameResolverTest {

  private static final List<OpenRouterModel> CATALOGUE = Catalogues.own();

  @Test
  void effortIsCarried() {
    assertThat(decide("gpt-5.4-xhigh"))
        .isEqualTo(match("openai/gpt-5.4", MatchRule.EFFORT, "xhigh"));
    assertThat(decide("gpt-5.1-2025-11-13-nothinking"))
        .isEqualTo(match("openai/gpt-5.1", MatchRule.REASONING_MODE, "none"));
    assertThat(decide("claude-opus-4-6-thinking"))
        .isEqualTo(match("anthropic/claude-opus-4.6", MatchRule.REASONING_MODE, "reasoning"));
  }

  @Test
  void refusalsNameWhatDiffers() {
    assertThat(why("claude-opus-4-7"))
        .containsEntry("anthropic/claude-opus-4.6", "version 4.6 is not 4.7");
    assertThat(why("qwen3-80b")).containsEntry("qwen/qwen3-30b-a3b", "size 30b a3b is not 80b");
    assertThat(why("qwen3-7b")).containsEntry("qwen/qwen3-8b", "size 8b is not 7b");
    assertThat(why("gpt-5.1-codex-nano"))
        .containsEntry("openai/gpt-5.1-codex", "no 'nano' in its name");
    assertThat(why("gpt-4.1-mini-chat"))
        .containsEntry("openai/gpt-4.1-mini", "a plain name is not chatgpt");
    assertThat(why("mistral-large-2409"))
        .containsEntry("mistralai/mistral-large-2407", "date 2024-07 is not 2024-09");
    assertThat(why("Qwen3 VL 32B (Reasoning)"))
        .containsEntry("qwen/qwen3-vl-32b-instruct", "instruct is not thinking");
    assertThat(
            why(
                new NamedRecord(
                    Source.HF_LEADERBOARD,
                    NameConvention.REPOSITORY,
                    "k",
                    "unsloth/phi-4",
                    null,
                    null,
                    null,
                    false)))
        .containsEntry("microsoft/phi-4", "not uploaded by its maker");
  }

  @Test
  void atMostThreeModelsAreNamedAsNear() {
    assertThat(why("qwen3-80b")).hasSize(3);
    assertThat(why("alpaca-13b")).isEmpty();
  }

  @Test
  void aliasWinsOverEveryRule() {
    Alias alias = new Alias("gpt-5.4", CanonicalId.of("openai/gpt-5"));
    NameResolver resolver = NameResolver.over(CATALOGUE, List.of(alias));
    assertThat(resolver.resolve(liveBench("GPT 5.4")))
        .isEqualTo(match("openai/gpt-5", MatchRule.ALIAS, null));
    assertThat(resolver.resolve(liveBench("gpt-5.4-high")))
        .isEqualTo(match("openai/gpt-5", MatchRule.ALIAS, "high"));
    assertThat(resolver.resolve(liveBench("gpt-5.4-mini")))
        .isEqualTo(match("openai/gpt-5.4-mini", MatchRule.EXACT_NAME, null));
  }

  @Test
  void aliasOfAModelThatIsNotOnSaleMeansNone() {
    Alias alias = new Alias("gpt-5.4", CanonicalId.of("openai/gpt-9"));
    Decision decision = NameResolver.over(CATALOGUE, List.of(alias)).resolve(liveBench("gpt-5.4"));
    assertThat(((Decision.Unresolved) decision).nearest().get(0))
        .isEqualTo(
            new Decision.Refused(
                CanonicalId.of("openai/gpt-9"),
                "an alias names it, but it is not in the catalogue"));
  }

  @Test
  void lineAddedToTheAliasesResolvesAName() {
    assertThat(decide("elephant-alpha")).isInstanceOf(Decision.Unresolved.class);
    Alias alias = new Alias("elephant-alpha", CanonicalId.of("openai/gpt-5"));
    assertThat(NameResolver.over(CATALOGUE, List.of(alias)).resolve(liveBench("elephant-alpha")))
        .isEqualTo(match("openai/gpt-5", MatchRule.ALIAS, null));
  }

  @Test
  void routersAndAliasesAreMeantOnlyByTheirIds() {
    assertThat(decide("auto")).isInstanceOf(Decision.Unresolved.class);
    assertThat(decide("codex-auto-review")).isInstanceOf(Decision.Unresolved.class);
    assertThat(decide("claude-opus-latest")).isInstanceOf(Decision.Unresolved.class);
    assertThat(decide("openrouter/auto"))
        .isEqualTo(match("openrouter/auto", MatchRule.CANONICAL_ID, null));
    assertThat(decide("z-ai/glm-4.5-air:free"))
        .isEqualTo(match("z-ai/glm-4.5-air:free", MatchRule.CANONICAL_ID, null));
  }

  @Test
  void nameThatMeansTwoModelsMeansNone() {
    assertThat(why("qwen3.5-plus"))
        .containsEntry("qwen/qwen3.5-plus-20260420", "another is as near");
  }

  @Test
  void undatedNameDoesNotTakeTheDatedModelItsSourceListsToo() {
    List<OpenRouterModel> catalogue =
        List.of(Catalogues.model("cohere/command-r-plus-08-2024", "Cohere: Command R+ (08-2024)"));
    NamedRecord undated = arena("command-r-plus");
    NamedRecord dated = arena("command-r-plus-08-2024");
    NameResolver resolver = NameResolver.over(catalogue, List.of());

    assertThat(resolver.resolve(undated)).isInstanceOf(Decision.Match.class);
    Map<NamedRecord, Decision> together = resolver.resolveAll(List.of(undated, dated));
    assertThat(together.get(dated)).isInstanceOf(Decision.Match.class);
    assertThat(((Decision.Unresolved) together.get(undated)).nearest().get(0).why())
        .isEqualTo("'command-r-plus-08-2024' means it more exactly");
  }

  @Test
  void sourcesDoNotContestEachOther() {
    List<OpenRouterModel> catalogue =
        List.of(Catalogues.model("cohere/command-r-plus-08-2024", "Cohere: Command R+ (08-2024)"));
    NamedRecord undated = liveBench("command-r-plus");
    assertThat(
            NameResolver.over(catalogue, List.of())
                .resolveAll(List.of(undated, arena("command-r-plus-08-2024")))
                .get(undated))
        .isInstanceOf(Decision.Match.class);
  }

  @Test
  void previewIsTheReleaseOnlyWeeksBeforeIt() {
    OpenRouterModel release =
        Catalogues.model("x/nova-9", "X: Nova 9", "x/nova-9", "", LocalDate.of(2025, 6, 1), "", "");
    NameResolver resolver = NameResolver.over(List.of(release), List.of());
    assertThat(resolver.resolve(analysed("Nova 9 Preview", LocalDate.of(2025, 5, 1))))
        .isEqualTo(match("x/nova-9", MatchRule.PREVIEW, null));
    assertThat(resolver.resolve(analysed("Nova 9 Preview", LocalDate.of(2025, 4, 1))))
        .isInstanceOf(Decision.Unresolved.class);
    assertThat(resolver.resolve(analysed("Nova 9 Preview", LocalDate.of(2025, 7, 1))))
        .isInstanceOf(Decision.Unresolved.class);
    assertThat(resolver.resolve(arena("nova-9-preview"))).isInstanceOf(Decision.Unresolved.class);
  }

  @Test
  void variantStandsInWhereItsBaseIsNotOnSale() {
    assertThat(decide("north-mini-code"))
        .isEqualTo(match("cohere/north-mini-code:free", MatchRule.EXACT_NAME, null));
    Alias alias = new Alias("north", CanonicalId.of("cohere/north-mini-code"));
    assertThat(NameResolver.over(CATALOGUE, List.of(alias)).resolve(arena("north")))
        .isEqualTo(match("cohere/north-mini-code:free", MatchRule.ALIAS, null));
  }

  private static Decision decide(String name) {
    return NameResolver.over(CATALOGUE, List.of()).resolve(liveBench(name));
  }

  private static Map<String, String> why(String name) {
    return why(analysed(name, null));
  }

  private static Map<String, String> why(NamedRecord record) {
    Decision decision = NameResolver.over(CATALOGUE, List.of()).resolve(record);
    return ((Decision.Unresolved) decision)
        .nearest().stream()
            .collect(Collectors.toMap(miss -> miss.id().value(), Decision.Refused::why));
  }

  private static Decision match(String id, MatchRule rule, @Nullable String effort) {
    return new Decision.Match(CanonicalId.of(id), rule, rule.confidence(), effort);
  }

  private static NamedRecord liveBench(String name) {
    return new NamedRecord(
        Source.LIVEBENCH,
        NameConvention.BASE_MEANS_NOT_THINKING,
        name,
        name,
        null,
        null,
        null,
        null);
  }

  private static NamedRecord arena(String name) {
    return new NamedRecord(
        Source.LMARENA, NameConvention.PLAIN, "text/" + name, name, null, null, null, null);
  }

  private static NamedRecord analysed(String name, @Nullable LocalDate released) {
    return new NamedRecord(
        Source.ARTIFICIAL_ANALYSIS, NameConvention.PLAIN, name, name, null, null, released, null);
  }
}
