package dev.smartspawn.worker.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvidersFileTest {

  private static final Map<String, String> VARIABLES =
      Map.of("TOKEN", "secret-token-1234", "ODD", "line\nbreak", "REGEX", "a$1\\b", "KEY", "key-1");

  @TempDir Path folder;

  private ProvidersFile read(String name, String content) throws IOException {
    return ProvidersFile.read(
        Files.writeString(folder.resolve(name), content),
        variable -> Optional.ofNullable(VARIABLES.get(variable)));
  }

  private Provider one(String fields) throws IOException {
    return read(
            "providers.json",
            "{\"providers\":[{\"name\":\"p\",\"prefix\":\"p/\",\"baseUrl\":\"http://h/v1\"%s}]}"
                .formatted(fields.isEmpty() ? "" : "," + fields.replace('\'', '"')))
        .providers()
        .get(0);
  }

  @Test
  void yamlSaysTheSameAsJson() throws IOException {
    Provider yaml =
        read(
                "providers.yml",
                """
                providers:
                  - name: p
                    prefix: p/
                    baseUrl: http://h/v1
                    headers: {X-Team: blue}
                """)
            .providers()
            .get(0);

    assertThat(yaml).isEqualTo(one("'headers':{'X-Team':'blue'}"));
  }

  @Test
  void mistakeInYamlHasItsLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("p.yaml", "providers:\n  - name: p\n    prefx: p/\n"))
        .withMessageContaining(", line ")
        .withMessageContaining("unknown field 'prefx'");
  }

  @Test
  void valuesOfVariablesAreSecret() throws IOException {
    Provider provider = one("'headers':{'X-A':'Bearer ${TOKEN}'},'query':{'q':'${REGEX}'}");

    assertThat(provider.dialect().headers()).containsEntry("X-A", "Bearer secret-token-1234");
    assertThat(provider.dialect().query()).containsEntry("q", "a$1\\b");
    assertThat(provider.secrets()).contains("secret-token-1234");
    assertThat(provider + " " + provider.dialect()).doesNotContain("secret-token-1234");
  }

  @Test
  void bodyIsExpandedThroughout() throws IOException {
    Provider provider = one("'body':{'a':{'b':['${TOKEN}',1,true]}}");

    assertThat(provider.dialect().body().at("/a/b/0").asText()).isEqualTo("secret-token-1234");
    assertThat(provider.dialect().body().at("/a/b/1").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'headers':{'X-A':'${NOT_SET}'}          | needs the environment variable NOT_SET",
        "'headers':{'X-A':'${}'}                 | expected the name of an environment variable",
        "'headers':{'X-A':'${ODD}'}              | a character that cannot be sent",
        "'headers':{'X A':'b'}                   | expected the name of a header",
        "'headers':{'Content-Length':'3'}        | expected the name of a header",
        "'headers':{'X-A':null}                  | 'X-A' of p has no value",
        "'headers':{'authorization':'x'}         | which carries the key",
        "'auth':'api key'                        | expected the name of a header",
        "'auth':'none','keyVariable':'KEY'       | leave one of them out",
        "'path':'v1/chat'                        | begins with '/'",
        "'path':'/chat?x=1'                      | has no '?' and '#'",
        "'body':{'max_tokens':5}                 | 'max_tokens', which is set for each call",
        "'body':{'n':3}                          | 'n', which is set for each call",
        "'body':[1]                              | 'providers[0].body' has a value of the wrong type",
        "'supports':{'sounds':true}              | unknown field 'sounds'",
        "'maxTokensParameter':'tokens'           | expected one of max_tokens"
      })
  void mistakeIsExplained(String fields, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one(fields))
        .withMessageContaining(message)
        .withMessageNotContaining("com.fasterxml");
  }

  @Test
  void headerMayCarryTheCredentialIfNoKeyIsSent() throws IOException {
    Provider provider = one("'auth':'none','headers':{'Authorization':'Basic ${TOKEN}'}");

    assertThat(provider.isUsable()).isTrue();
    assertThat(provider.dialect().headers())
        .containsEntry("Authorization", "Basic secret-token-1234");
  }
}
