package dev.smartspawn.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.SampleModel;
import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNamesTest {

  private static final ModelNames NAMES =
      new ModelNames(
          List.of(
              SampleModel.model("anthropic/claude-opus-4.6")
                  .alsoKnownAs("anthropic/claude-4.6-opus-20260205", "claude-4-6-opus")
                  .build(),
              SampleModel.model("anthropic/claude-3.7-sonnet").build(),
              SampleModel.model("anthropic/claude-3.7-sonnet:thinking").build(),
              SampleModel.model("openai/gpt-5.5").alsoKnownAs("openai/gpt-5.5-20260423").build(),
              SampleModel.model("openai/gpt-5.5-pro").build(),
              SampleModel.model("maker/gift:free").build(),
              SampleModel.model("a/twin").build(),
              SampleModel.model("b/twin").build(),
              SampleModel.model("openrouter/auto").build(),
              SampleModel.model("~anthropic/claude-opus-latest").build()));

  @ParameterizedTest
  @CsvSource({
    "Anthropic/Claude-Opus-4.6, anthropic/claude-opus-4.6",
    "' anthropic/claude-opus-4.6 ', anthropic/claude-opus-4.6",
    "anthropic/claude-opus-4.6:nitro, anthropic/claude-opus-4.6",
    "anthropic/claude-opus-4.6:FLOOR, anthropic/claude-opus-4.6",
    "anthropic/claude-opus-4.6:online, anthropic/claude-opus-4.6",
    "anthropic/claude-opus-4.6:exacto, anthropic/claude-opus-4.6",
    "anthropic/claude-opus-4.6:thinking, anthropic/claude-opus-4.6",
    "anthropic/claude-opus-4.6:thinking:nitro, anthropic/claude-opus-4.6",
    "anthropic/claude-3.7-sonnet:thinking, anthropic/claude-3.7-sonnet:thinking",
    "anthropic/claude-3.7-sonnet:thinking:online, anthropic/claude-3.7-sonnet:thinking",
    "openrouter/anthropic/claude-opus-4.6, anthropic/claude-opus-4.6",
    "openrouter/Anthropic/claude-opus-4.6:nitro, anthropic/claude-opus-4.6",
    "litellm/openrouter/openai/gpt-5.5, openai/gpt-5.5",
    "vercel/openai/gpt-5.5, openai/gpt-5.5",
    "openrouter/auto, openrouter/auto",
    "openrouter/openrouter/auto, openrouter/auto",
    "anthropic/claude-4.6-opus-20260205, anthropic/claude-opus-4.6",
    "openai/gpt-5.5-20260423, openai/gpt-5.5",
    "openai/gpt-5.5-2026-04-23, openai/gpt-5.5",
    "anthropic/claude-opus-4.6@20260205, anthropic/claude-opus-4.6",
    "anthropic/claude-opus-4-6, anthropic/claude-opus-4.6",
    "claude-opus-4.6, anthropic/claude-opus-4.6",
    "claude-4-6-opus, anthropic/claude-opus-4.6",
    "gift:free, maker/gift:free",
    "~anthropic/claude-opus-latest, ~anthropic/claude-opus-latest",
    "anthropic/claude-opus-latest, ~anthropic/claude-opus-latest",
  })
  void modelIsFoundByAnyOfItsNames(String name, String id) {
    assertThat(NAMES.find(name)).contains(CanonicalId.of(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openai/gpt-6",
        "openai/gpt-5.5:free",
        "openai/gpt-5.5-2025-01-01",
        "openai/gpt-5.5-pro-20260423",
        "maker/gift",
        "twin",
        "openai/",
        "/",
        "",
        ":nitro",
      })
  void nameOfNoModelOrOfTwoIsNotGuessed(String name) {
    assertThat(NAMES.find(name)).isEmpty();
  }

  @Test
  void nearestIdIsTheOneWrittenMostAlike() {
    assertThat(NAMES.nearest("openai/gtp-5.5")).contains("openai/gpt-5.5");
    assertThat(new ModelNames(List.of()).nearest("openai/gpt-5.5")).isEmpty();
  }
}
