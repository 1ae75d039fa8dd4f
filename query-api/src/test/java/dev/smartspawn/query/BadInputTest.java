package dev.smartspawn.query;

import static dev.smartspawn.query.ApiUnderTest.json;
import static dev.smartspawn.query.SampleModel.model;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.refresh.RefreshCommand;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid requests are refused with a message in JSON, never answered by a guess. */
class BadInputTest {

  private static final ModelView VIEW =
      SampleModel.view(
          model("a/coder").score(Category.CODING, 80).build(), model("b/other").build());
  private static final List<RefreshCommand> COMMANDS = new ArrayList<>();
  private static final ApiUnderTest API =
      new ApiUnderTest(
          () -> VIEW,
          (command, requestId) -> {
            COMMANDS.add(command);
            throw new IllegalStateException("no command was expected");
          },
          () -> Readiness.READY);

  @AfterEach
  void nothingWasCommanded() {
    assertThat(COMMANDS).isEmpty();
  }

  @AfterAll
  static void close() {
    API.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /pick                                      | 'task' is missing: expected one of coding
          /pick?task=                                | 'task' is blank
          /pick?task=%20%0A                          | 'task' is blank
          /pick?task=coding&budget=cheap             | expected one of low, medium, high, any
          /pick?task=coding&budget=LOW               | expected one of low, medium, high, any
          /pick?task=coding&budget=                  | expected one of low, medium, high, any
          /pick?task=coding&budgett=low              | did you mean 'budget'?
          /pick?task=coding&count=2                  | unknown parameter 'count'
          /pick?task=coding&task=vision              | 'task' is given twice
          /pick?task=%00                             | control character U+0000
          /pick?task=a%1Bb                           | control character U+001B
          /pick?task=a%C2%85b                        | control character U+0085
          /pick?task=coding&context=%07              | control character U+0007
          /pick?task=coding&exclude=a%0Ab/c          | control character U+000A
          /pick?task=%FF                             | expected percent-encoded UTF-8
          /pick?task=%C3                             | expected percent-encoded UTF-8
          /pick?task=coding&exclude=no-slash         | 'exclude' is 'no-slash': expected model ids
          /pick?task=coding&exclude=a/b,,c/d         | 'exclude' is '': expected model ids
          /pick?task=coding&require=wings            | expected any of vision, functionCalling, json, reasoning, files
          /pick?task=coding&require=vision,          | expected any of vision, functionCalling, json, reasoning, files
          /pick?task=coding&parameters=temprature    | expected any of temperature, topP, maxTokens, effort, seed, stop, verbosity, responseFormat, structuredOutputs
          /pick?task=coding&minContext=-1            | expected a whole number from 0
          /pick?task=coding&minContext=1e6           | expected a whole number from 0
          /pick?task=coding&includeFree=yes          | expected true or false
          /recommend                                 | 'task' is missing
          /recommend?task=coding&count=0             | 'count' is '0': expected a whole number from 1 to 5
          /recommend?task=coding&count=6             | expected a whole number from 1 to 5
          /recommend?task=coding&count=99            | expected a whole number from 1 to 5
          /recommend?task=coding&count=abc           | expected a whole number from 1 to 5
          /recommend?task=coding&count=              | expected a whole number from 1 to 5
          /recommend?task=coding&count=2.0           | expected a whole number from 1 to 5
          /recommend?task=coding&count=%D9%A2        | expected a whole number from 1 to 5
          /recommend?task=coding&explain=yes         | 'explain' is 'yes': expected true or false
          /recommend?task=coding&explain=TRUE        | expected true or false
          /recommend?task=coding&explain=1           | expected true or false
          /recommend?task=coding&explain=            | expected true or false
          /recommend?task=coding&explain             | expected true or false
          /recommend?task=coding&explain=true&explain=true | 'explain' is given twice
          /pick?task=coding&explain=true             | unknown parameter 'explain'
          /models?limit=0                            | 'limit' is '0': expected a whole number from 1 to 1000
          /models?limit=1001                         | expected a whole number from 1 to 1000
          /models?limit=abc                          | expected a whole number from 1 to 1000
          /models?limit=99999999999999999999         | expected a whole number from 1 to 1000
          /models?limit=-5                           | expected a whole number from 1 to 1000
          /models?category=poetry                    | 'category' is 'poetry': expected one of coding
          /models?tier=gold                          | expected premium, standard or budget
          /models?sort=price                         | expected one of score, cost, efficiency
          /models?page=2                             | unknown parameter 'page'
          /models/a/coder?x=1                        | expected none here
          /models/a/b%00                             | is not a model id
          /models/a                                  | is not a model id
          /models/a/%E4                              | expected percent-encoded UTF-8
          /models/a/coder/evidence?limit=1           | expected none here
          /models/a/b%00/evidence                    | is not a model id
          /models/evidence                           | is not a model id
          /models//a/evidence                        | is not a model id
          /models/a/%E4/evidence                     | expected percent-encoded UTF-8
          /names/unresolved?source=openai            | 'source' is 'openai': expected one of openrouter, artificial-analysis
          /names/unresolved?source=hfLeaderboard     | expected one of openrouter, artificial-analysis
          /names/unresolved?source=aliases           | expected one of openrouter, artificial-analysis
          /names/unresolved?source=                  | expected one of openrouter, artificial-analysis
          /names/unresolved?source=lmarena,livebench | expected one of openrouter, artificial-analysis
          /names/unresolved?source=lmarena&source=lmarena | 'source' is given twice
          /names/unresolved?limit=0                  | 'limit' is '0': expected a whole number from 1 to 1000
          /names/unresolved?limit=1001               | expected a whole number from 1 to 1000
          /names/unresolved?limit=all                | expected a whole number from 1 to 1000
          /names/unresolved?limit=                   | expected a whole number from 1 to 1000
          /names/unresolved?limit=-1                 | expected a whole number from 1 to 1000
          /names/unresolved?q=                       | 'q' is blank: expected text
          /names/unresolved?q=%20                    | 'q' is blank: expected text
          /names/unresolved?q=a%0Ab                  | 'q' has the control character U+000A
          /names/unresolved?q=a%00                   | 'q' has the control character U+0000
          /names/unresolved?q=%FF                    | expected percent-encoded UTF-8
          /names/unresolved?query=a                  | unknown parameter 'query'
          /compare                                   | expected 2 to 5 different ones
          /compare?ids=a/coder                       | 'ids' names 1 models: expected 2 to 5
          /compare?ids=a/coder,a/coder               | expected 2 to 5 different ones
          /compare?ids=a/1,a/2,a/3,a/4,a/5,a/6       | 'ids' names 6 models
          /compare?ids=a,b                           | 'ids' is 'a': expected model ids
          /status?verbose=true                       | expected none here
          /health/live?x=                            | expected none here
          """)
  void badQueriesNameTheExpectedValue(String path, String message) {
    refused(API.get(path), 400, null, message);
  }

  @ParameterizedTest
  @CsvSource({"a, 8193", "%C3%A4, 102400", "%F0%9F%98%80, 20000"})
  void aTaskThatIsTooLongIsRefused(String letter, int times) {
    refused(
        API.get("/pick?task=" + letter.repeat(times)),
        400,
        "invalid_parameter",
        "expected at most 8192");
  }

  @Test
  void theLongestTaskIsTaken() {
    assertThat(API.get("/recommend?task=coding%20" + "%E2%82%AC".repeat(8185)).statusCode())
        .isIn(200, 404);
  }

  @ParameterizedTest
  @CsvSource({
    "/nothing",
    "/web/",
    "/web/../web/app.js",
    "/web/none.js",
    "/models/",
    "//models",
    "/api",
    "/api/api/models",
    "/PICK",
    "/names",
    "/names/",
    "/names/unresolved/"
  })
  void unknownPathsAreNotFound(String path) {
    refused(API.get(path), 404, "unknown_path", "there is nothing at this path");
  }

  @ParameterizedTest
  @CsvSource({
    "/models/a/gone, a/gone",
    "/models/a/gone/evidence, a/gone",
    "/models/a/evidence, a/evidence",
    "/models/a/coder%2Fevidence, a/coder/evidence",
    "/models/a/coder/evidence/, a/coder/evidence/",
    "/models/a/coder/evidence/evidence, a/coder/evidence"
  })
  void anUnknownModelIsNamed(String path, String id) {
    refused(API.get(path), 404, "unknown_model", "there is no model '" + id + "'");
  }

  @Test
  void aQueryThatIsTooLongIsRefused() {
    refused(
        API.get("/names/unresolved?q=" + "a".repeat(8193)),
        400,
        "invalid_parameter",
        "'q' has 8193 characters: expected at most 8192");
  }

  @Test
  void compareNamesTheUnknownModel() {
    refused(API.get("/compare?ids=a/coder,a/gone"), 404, "unknown_model", "'a/gone'");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /pick?task=coding, 'GET, HEAD'",
    "DELETE, /models/a/coder, 'GET, HEAD'",
    "PUT, /status, 'GET, HEAD'",
    "POST, /models/a/coder/evidence, 'GET, HEAD'",
    "POST, /names/unresolved, 'GET, HEAD'",
    "OPTIONS, /models, 'GET, HEAD'",
    "TRACE, /status, 'GET, HEAD'",
    "GET, /refresh, POST",
    "HEAD, /refresh, POST",
    "PUT, /spawns, 'GET, HEAD, POST'",
    "POST, /spawns/some, 'GET, HEAD, DELETE'",
    "GET, /spawns/some/outcome, POST",
    "GET, /spawn-log, POST",
    "DELETE, /spawn-log/outcome, POST"
  })
  void otherMethodsAreNamedWithTheRightOnes(String method, String path, String allow) {
    HttpResponse<String> response = API.method(method, path);
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue(allow);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                        | 'rating' is missing: expected a whole number from 1 to 5
          {"rating":0}              | 'rating' is 0: expected a whole number from 1 to 5
          {"rating":6}              | 'rating' is 6: expected a whole number from 1 to 5
          {"rating":4.5}            | 'rating' is 4.5: expected a whole number from 1 to 5
          {"rating":"4"}            | expected a whole number from 1 to 5
          {"rating":4,"coment":"x"} | unknown field 'coment': did you mean 'comment'?
          {"rating":4,"comment":5}  | 'comment' is 5: expected a text
          """)
  void badRatingsAreRefused(String body, String message) {
    refused(
        API.post("/spawns/some/outcome", body, "Content-Type", "application/json"),
        400,
        "invalid_request",
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /spawn-log         | {}                                         | invalid_report | 'model' is missing: expected a model id
          /spawn-log         | {}                                         | invalid_report | 'category' is missing: expected one of coding
          /spawn-log         | {"model":"gpt","category":"coding"}        | invalid_report | 'model' is "gpt": expected a model id
          /spawn-log         | {"model":"a/b","category":"poems"}         | invalid_report | 'category' is "poems": expected one of coding
          /spawn-log         | {"model":"a/b","category":"coding","mode":"swarm"}  | invalid_report | expected one of single, collective, cascade
          /spawn-log         | {"model":"a/b","category":"coding","budget":7}      | invalid_report | 'budget' is 7: expected one of low
          /spawn-log         | {"model":"a/b","category":"coding","rating":4}      | invalid_report | unknown field 'rating'
          /spawn-log         | []                                         | invalid_body   | not a spawn report
          /spawn-log         | {"model":                                  | invalid_body   | not JSON at line 1
          /spawn-log/outcome | {"model":"a/b","category":"coding"}        | invalid_report | 'rating' is missing: expected a whole number from 1 to 5
          /spawn-log/outcome | {"model":"a/b","category":"coding","rating":6}      | invalid_report | 'rating' is 6: expected a whole number from 1 to 5
          /spawn-log/outcome | {"model":"a/b","category":"coding","rating":3,"coment":"x"} | invalid_report | did you mean 'comment'?
          /spawn-log/outcome | "4"                                        | invalid_body   | not an outcome report
          """)
  void badReportsAreRefused(String path, String body, String code, String message) {
    refused(API.post(path, body, "Content-Type", "application/json"), 400, code, message);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /spawns/gone",
    "GET, /spawns/gone/events",
    "DELETE, /spawns/gone",
  })
  void unknownSpawnsAreNotFound(String method, String path) {
    refused(API.method(method, path), 404, "unknown_spawn", "there is no spawn 'gone'");
  }

  @ParameterizedTest
  @CsvSource({
    "/spawns?status=done, 'expected one of queued, running, completed, failed, cancelled'",
    "/spawns?limit=0, 'expected a whole number from 1 to 1000'",
    "/spawns/a%20b, 'is not a spawn id'",
    "/spawns/gone?full=true, 'expected none here'"
  })
  void badQueriesOfSpawnsAreRefused(String path, String message) {
    refused(API.get(path), 400, "invalid_parameter", message);
  }

  static void refused(HttpResponse<String> response, int status, String code, String message) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
    JsonNode error = json(response).path("error");
    assertThat(error.path("code").asText()).isNotBlank();
    if (code != null) {
      assertThat(error.path("code").asText()).isEqualTo(code);
    }
    assertThat(error.path("message").asText()).contains(message);
    assertThat(response.body()).doesNotContain("\tat ", "Exception", "dev.smartspawn");
    assertThat(response.body().length()).isLessThan(1000);
  }
}
