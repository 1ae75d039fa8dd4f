package dev.smartspawn.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.http.guard.ApiKeys;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.lifecycle.Readiness;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may write, and how often. The server listens on 127.0.0.1, whatever its keys say. */
class WriteGuardTest {

  private static final String KEY = "0123456789abcdef";
  private static final String OTHER_KEY = "fedcba9876543210";
  private static final int OFTEN = 10_000;

  @Test
  void noKeyIsNeededOnThisMachine() {
    ApiKeys keys = ApiKeys.of("127.0.0.1", List.of());

    assertThat(keys.rule()).isEqualTo("anyone who reaches 127.0.0.1 may write: no key is needed");
    try (ApiUnderTest api = api(keys, OFTEN)) {
      assertThat(api.post("/refresh", "").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
  void otherAddressesRefuseWritesWithoutKeys(String address) {
    ApiKeys keys = ApiKeys.of(address, List.of());

    assertThat(keys.isWritingOff()).isTrue();
    assertThat(keys.rule()).contains("writing is off").contains(address).contains("API_KEYS");
    try (ApiUnderTest api = api(keys, OFTEN)) {
      HttpResponse<String> refused = api.post("/refresh", "", "Authorization", "Bearer " + KEY);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(code(refused)).isEqualTo("writing_off");
      assertThat(api.get("/status").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "127.0.0.1"})
  void aKeyIsNeededIfThereAreKeys(String address) {
    ApiKeys keys = ApiKeys.of(address, List.of(KEY, OTHER_KEY));

    assertThat(keys.rule()).isEqualTo("writing needs one of the 2 keys in API_KEYS");
    assertThat(keys.toString()).doesNotContain(KEY);
    try (ApiUnderTest api = api(keys, OFTEN)) {
      assertThat(api.post("/refresh", "", "Authorization", "Bearer " + KEY).statusCode())
          .isEqualTo(200);
      assertThat(api.post("/refresh", "", "Authorization", "bearer  " + OTHER_KEY).statusCode())
          .isEqualTo(200);
      assertThat(api.get("/status").statusCode()).isEqualTo(200);
      for (String path : List.of("/refresh", "/spawns", "/spawns/a/outcome")) {
        isRefused(api.post(path, "{}", "Content-Type", "application/json"));
      }
      isRefused(api.method("DELETE", "/spawns/a"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer 0123456789abcde",
        "Basic 0123456789abcdef",
        "Bearer 0123456789abcdef0",
        "Bearer 0123456789abcdef,fedcba9876543210"
      })
  void wrongKeysAreRefused(String authorization) {
    try (ApiUnderTest api = api(ApiKeys.of("127.0.0.1", List.of(KEY, OTHER_KEY)), OFTEN)) {
      isRefused(api.post("/refresh", "", "Authorization", authorization));
    }
  }

  @Test
  void clientsThatWriteTooOftenGetTheTimeToWait() {
    try (ApiUnderTest api = api(ApiKeys.of("127.0.0.1", List.of()), 3)) {
      for (int i = 0; i < 3; i++) {
        assertThat(api.post("/refresh", "").statusCode()).isEqualTo(200);
      }
      HttpResponse<String> refused = api.post("/refresh", "");

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(code(refused)).isEqualTo("too_many_writes");
      assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(-1)).isBetween(1L, 20L);
      assertThat(api.get("/status").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void eachKeyHasItsOwnLimit() {
    try (ApiUnderTest api = api(ApiKeys.of("127.0.0.1", List.of(KEY, OTHER_KEY)), 1)) {
      assertThat(write(api, KEY)).isEqualTo(200);
      assertThat(write(api, KEY)).isEqualTo(429);
      assertThat(write(api, OTHER_KEY)).isEqualTo(200);
    }
  }

  @Test
  void wrongKeysCountTowardsTheLimit() {
    try (ApiUnderTest api = api(ApiKeys.of("127.0.0.1", List.of(KEY)), 2)) {
      assertThat(write(api, "guess-number-one-")).isEqualTo(401);
      assertThat(write(api, "guess-number-two-")).isEqualTo(401);
      assertThat(write(api, "guess-number-three")).isEqualTo(429);
      assertThat(write(api, KEY)).isEqualTo(200);
    }
  }

  private static int write(ApiUnderTest api, String key) {
    return api.post("/refresh", "", "Authorization", "Bearer " + key).statusCode();
  }

  private static void isRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(code(answer)).isEqualTo("key_required");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
  }

  private static String code(HttpResponse<String> answer) {
    return ApiUnderTest.json(answer).at("/error/code").asText();
  }

  private static ApiUnderTest api(ApiKeys keys, int writesPerMinute) {
    return new ApiUnderTest(
        ApiUnderTest.config(0, keys, writesPerMinute),
        () -> ModelView.EMPTY,
        ApiUnderTest.REFRESHES,
        () -> Readiness.READY);
  }
}
