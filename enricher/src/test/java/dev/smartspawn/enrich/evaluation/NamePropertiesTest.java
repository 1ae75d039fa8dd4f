package dev.smartspawn.enrich.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.name.Catalogues;
import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.MatchRule;
import dev.smartspawn.enrich.name.NameConvention;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.name.parse.NameParser;
import dev.smartspawn.enrich.name.resolve.NameResolver;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NamePropertiesTest {

  private static final List<OpenRouterModel> CATALOGUE = Catalogues.own();
  private static final NameResolver RESOLVER = NameResolver.over(CATALOGUE, List.of());
  private static final List<AuditedName> TRUTH = AuditedName.all();
  private static final Map<NamedRecord, Decision> DECISIONS = decide(CATALOGUE);

  @Property(tries = 400)
  void caseMakesNoDifference(@ForAll("names") String name) {
    assertThat(NameParser.parse(name.toUpperCase(Locale.ROOT))).isEqualTo(NameParser.parse(name));
    assertThat(NameParser.parse(name.toLowerCase(Locale.ROOT))).isEqualTo(NameParser.parse(name));
  }

  @Property(tries = 400)
  void punctuationAroundWordsMakesNoDifference(@ForAll("names") String name) {
    String plain = name.replaceAll("[()',:]", " ").replaceAll("\\s+", " ").strip();
    assertThat(NameParser.parse(plain.replace(" ", " - "))).isEqualTo(NameParser.parse(plain));
    assertThat(NameParser.parse("(" + plain + ")")).isEqualTo(NameParser.parse(plain));
  }

  @Property(tries = 400)
  void anyTextCanBeRead(@ForAll String text) {
    assertThat(NameParser.parse(text)).isNotNull();
    assertThat(NameParser.read(text)).isNotNull();
  }

  @Property
  void displayNameMeansItsModel(@ForAll("models") OpenRouterModel model) {
    Decision decision = resolve(model.name().substring(model.name().indexOf(": ") + 1).strip());
    if (decision instanceof Decision.Match match) {
      assertThat(match.id().base()).isEqualTo(CanonicalId.of(model.id()).base());
    }
  }

  @Property
  void idMeansItsModel(@ForAll("models") OpenRouterModel model) {
    assertThat(resolve(model.id()))
        .isInstanceOfSatisfying(
            Decision.Match.class,
            match -> {
              assertThat(match.id()).isEqualTo(CanonicalId.of(model.id()));
              assertThat(match.rule()).isEqualTo(MatchRule.CANONICAL_ID);
            });
  }

  @Property(tries = 60)
  void newModelTakesOnlyNamesThatAreItsOwn(@ForAll("strangers") OpenRouterModel stranger) {
    List<OpenRouterModel> more = new ArrayList<>(CATALOGUE);
    more.add(stranger);
    decide(more)
        .forEach(
            (record, decision) -> {
              if (!decision.equals(DECISIONS.get(record))) {
                assertThat(decision)
                    .as("%s with %s", record.name(), stranger.id())
                    .isInstanceOf(Decision.Unresolved.class);
              }
            });
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(TRUTH).map(name -> name.record().name());
  }

  @Provide
  Arbitrary<OpenRouterModel> models() {
    return Arbitraries.of(CATALOGUE);
  }

  /** Versions and sizes of known families that nobody has released. */
  @Provide
  Arbitrary<OpenRouterModel> strangers() {
    Arbitrary<String> families =
        Arbitraries.of(
            "anthropic/claude-opus-%s",
            "openai/gpt-%s",
            "openai/gpt-%s-mini",
            "qwen/qwen%s-9b",
            "qwen/qwen3-%sb",
            "meta-llama/llama-%s-70b-instruct",
            "mistralai/mistral-medium-%s",
            "deepseek/deepseek-v%s",
            "z-ai/glm-%s",
            "google/gemini-%s-flash");
    Arbitrary<String> versions =
        Combinators.combine(
                Arbitraries.integers().between(7, 40), Arbitraries.integers().between(1, 9))
            .as((major, minor) -> major + "." + minor);
    return Combinators.combine(families, versions)
        .as((family, version) -> family.formatted(version))
        .map(id -> Catalogues.model(id, id.substring(id.indexOf('/') + 1)));
  }

  private static Decision resolve(String name) {
    return RESOLVER.resolve(
        new NamedRecord(Source.LMARENA, NameConvention.PLAIN, name, name, null, null, null, null));
  }

  private static Map<NamedRecord, Decision> decide(List<OpenRouterModel> catalogue) {
    return NameResolver.over(catalogue, List.of())
        .resolveAll(TRUTH.stream().map(AuditedName::record).toList());
  }
}
