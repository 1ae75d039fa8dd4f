package dev.smartspawn.query.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

  private static final Endpoint UNUSED =
      request -> {
        throw new IllegalStateException("only found, never called");
      };

  private final Router router =
      new Router(
          List.of(
              HttpRoute.get("/models", UNUSED),
              HttpRoute.get("/models/{id}", UNUSED),
              HttpRoute.get("/models/{id}/evidence", UNUSED),
              HttpRoute.get("/spawns/{spawnId}", UNUSED),
              HttpRoute.get("/spawns/{spawnId}/events", UNUSED)),
          Set.of("{id}"));

  @ParameterizedTest
  @CsvSource({
    "/models, /models, ''",
    "/api/models, /models, ''",
    "/models/a/b, /models/{id}, a/b",
    "/models/a%2Fb, /models/{id}, a%2Fb",
    "/models/a/b/evidence, /models/{id}/evidence, a/b",
    "/models/a%2fb/evidence, /models/{id}/evidence, a%2fb",
    "/api/models/~a/b:free/evidence, /models/{id}/evidence, ~a/b:free",
    "/models/a/b/c/evidence, /models/{id}/evidence, a/b/c",
    "/models/a/evidence, /models/{id}, a/evidence",
    "/models/a/evidence/evidence, /models/{id}/evidence, a/evidence",
    "/models/a%2Fevidence/evidence, /models/{id}/evidence, a%2Fevidence",
    "/models/a/b%2Fevidence, /models/{id}, a/b%2Fevidence",
    "/models/a%2Fb%2Fevidence, /models/{id}, a%2Fb%2Fevidence",
    "/models/a/b/evidence/evidence, /models/{id}/evidence, a/b/evidence",
    "/models/evidence, /models/{id}, evidence",
    "/models/a/evidences, /models/{id}, a/evidences",
    "/models/a/b/evidence/, /models/{id}, a/b/evidence/",
    "/spawns/0-7, /spawns/{spawnId}, 0-7",
    "/api/spawns/0-7/events, /spawns/{spawnId}/events, 0-7",
    "/spawns/events, /spawns/{spawnId}, events"
  })
  void aPathHasOneMeaning(String path, String pattern, String tail) {
    Router.Match match = router.find(path);
    assertThat(match).isNotNull();
    assertThat(match.route().pattern()).isEqualTo(pattern);
    assertThat(match.variable()).isEqualTo(tail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/models/",
        "/model/a/b",
        "/api",
        "/evidence",
        "/spawns/a/b",
        "/spawns/a%2Fb"
      })
  void otherPathsHaveNone(String path) {
    assertThat(router.find(path)).isNull();
  }

  @Test
  void theOrderOfRoutesDoesNotMatter() {
    Router other =
        new Router(
            List.of(
                HttpRoute.get("/models/{id}/evidence", UNUSED),
                HttpRoute.get("/models/{id}", UNUSED)),
            Set.of("{id}"));
    assertThat(other.find("/models/a/b/evidence"))
        .isNotNull()
        .extracting(match -> match.route().pattern())
        .isEqualTo("/models/{id}/evidence");
  }
}
