package dev.smartspawn.schema.enriched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalIdTest {

  @Test
  void makerModelAndVariantAreRead() {
    CanonicalId free = CanonicalId.of("Google/Gemma-4-31b-it:free");

    assertThat(free.value()).isEqualTo("google/gemma-4-31b-it:free");
    assertThat(free.provider()).isEqualTo("google");
    assertThat(free.variant()).isEqualTo("free");
    assertThat(free.base()).isEqualTo(CanonicalId.of("google/gemma-4-31b-it"));
    assertThat(free.isAlias()).isFalse();
  }

  @Test
  void aliasBelongsToItsMaker() {
    CanonicalId alias = CanonicalId.of("~anthropic/claude-opus-latest");

    assertThat(alias.isAlias()).isTrue();
    assertThat(alias.provider()).isEqualTo("anthropic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "gpt-4o", "/gpt-4o", "openai/", "openai/gpt 4o", "a/b\u0000", "a/b/ c"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> CanonicalId.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected maker/model");
  }
}
