package dev.smartspawn.worker.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.question.Capability;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProviderPreferencesTest {

  private static final CanonicalId MODEL = CanonicalId.of("mistralai/mistral-large");
  private static final Provider OPENROUTER =
      Provider.openRouter(URI.create("https://openrouter.ai/api/v1"), Optional.of("k"), "K");
  private static final Provider MISTRAL =
      new Provider(
          "mistral",
          "mistralai/",
          URI.create("https://api.mistral.ai/v1"),
          Optional.of("k"),
          "K",
          Provider.MAX_TOKENS,
          Dialect.usual(),
          new DataPolicy(Optional.of(false), "eu", false),
          Map.of());

  private static ObjectNode json(String text) throws JsonProcessingException {
    return (ObjectNode) Json.MAPPER.readTree(text.replace('\'', '"'));
  }

  private static PrivacyRule rule(String text) throws JsonProcessingException {
    JsonNode json = json(text);
    return PrivacyRule.of(json);
  }

  private static JsonNode sent(Provider provider, String rule, String body)
      throws JsonProcessingException {
    ObjectNode request = json(body);
    new PrivacyCheck(rule(rule), List.of(MISTRAL)).preferences(provider).narrow(request);
    return request;
  }

  @Test
  void openRouterIsToldTheRule() throws JsonProcessingException {
    assertThat(
            sent(
                OPENROUTER,
                "{'dataCollection':'deny','providers':{'only':['together','mistral'],'ignore':['azure']}}",
                "{}"))
        .isEqualTo(
            json("{'provider':{'data_collection':'deny','only':['together'],'ignore':['azure']}}"));
  }

  @Test
  void requestsWithoutARuleAreAsBefore() throws JsonProcessingException {
    assertThat(sent(OPENROUTER, "{}", "{'provider':{'sort':'price'}}"))
        .isEqualTo(json("{'provider':{'sort':'price'}}"));
  }

  @Test
  void directProvidersAreToldNothing() throws JsonProcessingException {
    assertThat(sent(MISTRAL, "{'dataCollection':'deny'}", "{}")).isEqualTo(json("{}"));
  }

  @Test
  void preferencesOfTheEntryAreNarrowed() throws JsonProcessingException {
    assertThat(
            sent(
                OPENROUTER,
                "{'dataCollection':'deny','providers':{'only':['deepinfra','together/turbo'],'ignore':['a']}}",
                "{'provider':{'data_collection':'allow','only':['DeepInfra/turbo','together'],'ignore':['b'],'sort':'price'}}"))
        .isEqualTo(
            json(
                "{'provider':{'data_collection':'deny','only':['deepinfra/turbo','together/turbo'],'ignore':['a','b'],'sort':'price'}}"));
  }

  @Test
  void modelOfAForbiddenProviderGoesThroughOpenRouter() throws JsonProcessingException {
    ModelRoutes routes = new ModelRoutes(List.of(MISTRAL), OPENROUTER);

    assertThat(providerOf(routes, "{}")).contains("mistral");
    assertThat(providerOf(routes, "{'providers':{'ignore':['mistral']}}")).contains("openrouter");
    assertThat(providerOf(routes, "{'providers':{'only':['mistral']}}")).contains("mistral");
    assertThat(providerOf(routes, "{'regions':['eu']}")).contains("mistral");
    assertThat(providerOf(routes, "{'regions':['us']}")).isEmpty();
    assertThat(routes.refusals(rule("{'regions':['us']}")))
        .isEqualTo(
            "mistral: its region is eu, and only us is allowed; openrouter: its region is not known");
  }

  @Test
  void contentGoesToAProviderThatTakesIt() throws JsonProcessingException {
    ModelRoutes routes = new ModelRoutes(List.of(withoutImages()), OPENROUTER);

    assertThat(providerOf(routes, "{}", Set.of())).contains("mistral");
    assertThat(providerOf(routes, "{}", Set.of(Capability.FILES))).contains("mistral");
    assertThat(providerOf(routes, "{}", Set.of(Capability.VISION))).contains("openrouter");
    assertThat(providerOf(routes, "{'providers':{'only':['mistral']}}", Set.of(Capability.VISION)))
        .as("its failure says why")
        .contains("mistral");
  }

  private static Provider withoutImages() {
    Dialect usual = Dialect.usual();
    return new Provider(
        "mistral",
        "mistralai/",
        URI.create("https://api.mistral.ai/v1"),
        Optional.of("k"),
        "K",
        Provider.MAX_TOKENS,
        new Dialect(
            usual.auth(),
            usual.path(),
            Map.of(),
            Map.of(),
            usual.body(),
            new Dialect.Supports(true, true, true, false, true),
            Set.of()),
        new DataPolicy(Optional.of(false), "eu", false),
        Map.of());
  }

  @Test
  void openRoutersAddressInEuropeIsARegion() throws JsonProcessingException {
    Provider europe =
        Provider.openRouter(URI.create("https://eu.openrouter.ai/api/v1"), Optional.of("k"), "K");

    assertThat(new PrivacyCheck(rule("{'regions':['eu']}"), List.of()).refusal(europe)).isEmpty();
  }

  private static Optional<String> providerOf(ModelRoutes routes, String rule)
      throws JsonProcessingException {
    return providerOf(routes, rule, Set.of());
  }

  private static Optional<String> providerOf(
      ModelRoutes routes, String rule, Set<Capability> content) throws JsonProcessingException {
    return routes.of(MODEL, rule(rule), content).map(route -> route.provider().name());
  }
}
