package dev.smartspawn.schema.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PrivacyRuleTest {

  private static PrivacyRule read(String json) throws JsonProcessingException {
    JsonNode node = Json.MAPPER.readTree(json.replace('\'', '"'));
    return PrivacyRule.of(node);
  }

  @Test
  void writtenRuleIsReadBack() throws JsonProcessingException {
    PrivacyRule rule =
        read(
            "{'dataCollection':'deny','providers':{'only':[' Mistral '],'ignore':[]},'regions':['EU']}");

    assertThat(rule.deniesDataCollection()).isTrue();
    assertThat(rule.only()).containsExactly("mistral");
    assertThat(rule.regions()).containsExactly("eu");
    assertThat(read(Json.MAPPER.writeValueAsString(rule))).isEqualTo(rule);
  }

  @Test
  void twoRulesAllowWhatBothAllow() throws JsonProcessingException {
    PrivacyRule operators =
        read(
            "{'dataCollection':'deny','providers':{'only':['a','b/x','c'],'ignore':['d']},'regions':['eu']}");
    PrivacyRule requests =
        read("{'dataCollection':'allow','providers':{'only':['a/y','b'],'ignore':['e']}}");

    PrivacyRule both = operators.and(requests);

    assertThat(both.deniesDataCollection()).isTrue();
    assertThat(both.only()).containsExactly("a/y", "b/x");
    assertThat(both.ignored()).containsExactly("d", "e");
    assertThat(both.regions()).containsExactly("eu");
  }

  @Test
  void rulesWithNothingInCommonAllowNothing() throws JsonProcessingException {
    PrivacyRule both = read("{'regions':['eu']}").and(read("{'regions':['us']}"));

    assertThat(both.regions()).isEqualTo(List.of());
  }

  @Test
  @Timeout(20) // a moment where nothing else runs
  void manyUnknownFieldsAreRefusedSoon() {
    ObjectNode json = Json.MAPPER.createObjectNode();
    for (int i = 0; i < 100_000; i++) {
      json.put("f" + i, i);
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrivacyRule.of(json))
        .withMessageContaining("unknown field 'privacy.f0'");
  }
}
