package dev.smartspawn.schema.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequestReading;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {

  private static final String PERSON =
      "{'type':'object','properties':{'name':{'type':'string'},'age':{'type':'integer','minimum':0}},"
          + "'required':['name'],'additionalProperties':false}";

  private static List<String> mistakes(String schema) {
    return SpawnRequestReading.of(request(schema)).mistakes();
  }

  private static ObjectNode request(String schema) {
    ObjectNode request = Json.MAPPER.createObjectNode().put("task", "t");
    request.set("responseFormat", json(schema.replace('\'', '"')));
    return request;
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static AnswerCheck.Checked check(String schema, String answer) {
    return SpawnRequestReading.of(request(schema))
        .orElseThrow()
        .responseFormat()
        .check()
        .check(answer.replace('\'', '"'));
  }

  @Test
  void validAnswerIsGivenAsAValue() {
    AnswerCheck.Checked checked = check(PERSON, "{'name':'Ada','age':36}");

    assertThat(checked.isValid()).isTrue();
    assertThat(checked.json()).isEqualTo(json("{\"name\":\"Ada\",\"age\":36}"));
  }

  @Test
  void mistakesSayWhereTheyAre() {
    AnswerCheck.Checked checked = check(PERSON, "{'age':-1}");

    assertThat(checked.json()).isNull();
    assertThat(checked.mistakes())
        .containsExactlyInAnyOrder(
            "$.age: must have a minimum value of 0", "$: required property 'name' not found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"```json\n[1]\n```", "```\n[1]```\n", " [1]\n"})
  void codeFenceAndSpaceAroundTheAnswerAreTakenOff(String answer) {
    assertThat(check("'json'", answer).json()).isEqualTo(json("[1]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "Here it is: [1]",
        "[1] [2]",
        "[1",
        "{'a':1,'a':2}",
        "NaN",
        "[1,]",
        "1e9999",
        "-1e-999999999",
        "```json\n[1]\n``` as you asked",
        "undefined",
        "'a\u0001b'",
      })
  void anythingElseIsNotJson(String answer) {
    assertThat(check("'json'", answer).mistakes()).containsExactly("the answer is not JSON");
  }

  @Test
  void deepAnswerIsNotJson() {
    assertThat(check("'json'", "[".repeat(5000) + "]".repeat(5000)).isValid()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'integer'}|1.0|true",
        "{'type':'integer'}|1e2|true",
        "{'type':'integer'}|1.5|false",
        "{'const':0.1}|0.10|true",
        "{'enum':[1]}|1.0|true",
        "{'uniqueItems':true}|[1,1.0]|false",
        "{'multipleOf':0.01}|0.07|true",
        "{'multipleOf':0.01}|0.075|false",
        "{'maximum':9007199254740992}|9007199254740993|false",
        "{'maximum':0.3}|0.30000000000000001|false",
        "{'pattern':'^a$'}|'a\\n'|false",
        "{'pattern':'^[[&]$'}|'['|true",
        "{'pattern':'^\\\\u{61}\\\\d$'}|'a1'|true",
        "{'pattern':'^.$'}|'\u0085'|true",
        "{'pattern':'^\\\\p{L}+$'}|'Z\u00fcrich'|true",
        "{'pattern':'^\\\\p{L}+$'}|'a1'|false",
        "{'pattern':'^\\\\p{Script=Cyrillic}+$'}|'\u041f\u0440'|true",
        "{'pattern':'^\\\\u{61}+$'}|'aa'|true",
        "{'pattern':'^[\\\\s\\\\S]+$'}|'a \\n'|true",
        "{'pattern':'^[\\\\S]+$'}|'a b'|false",
        "{'pattern':'^[ \\\\S]+$'}|'a b'|true",
        "{'minLength':2}|'\uD83E\uDD8A'|false",
        "{'format':'email'}|'no'|true",
        "{'$ref':'#/$defs/a','$defs':{'a':{'type':'string'}}}|1|false",
        "{'$id':'http://a/b','$ref':'c','$defs':{'x':{'$id':'http://a/c','type':'string'}}}|1|false",
        "{'$ref':'https://json-schema.org/draft/2020-12/schema'}|{'type':'nothing'}|false",
        "{'$dynamicAnchor':'n','properties':{'next':{'$dynamicRef':'#n'}},'type':'object'}|{'next':{'next':1}}|false",
        "{'unevaluatedProperties':false,'properties':{'a':true}}|{'b':1}|false",
        "{'prefixItems':[{'type':'string'}],'items':false}|['a',1]|false",
        "{'properties':{'$ref':{'type':'string'}}}|{'$ref':1}|false",
        "{'properties':{'const':{'type':'string'}}}|{'const':1}|false",
        "{'$schema':'https://json-schema.org/draft/2020-12/schema','type':'null'}|null|true",
      })
  void draftIsKept(String schema, String answer, boolean valid) {
    assertThat(check(schema, answer).isValid()).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7|'responseFormat' is 7: expected \"json\" or a JSON Schema",
        "'yaml'|'responseFormat' is \"yaml\": expected \"json\" or a JSON Schema",
        "{'$ref':'http://127.0.0.1:9/a.json'}|'responseFormat' refers to http://127.0.0.1:9/a.json:"
            + " expected references within the schema",
        "{'$ref':'file:///etc/passwd'}|'responseFormat' refers to file:///etc/passwd: expected"
            + " references within the schema",
        "{'$ref':'classpath:logback.xml'}|'responseFormat' refers to classpath:logback.xml:"
            + " expected references within the schema",
        "{'properties':{'a':{'items':{'$ref':'jar:file:/x!/y'}}}}|'responseFormat' refers to"
            + " jar:file:/x!/y: expected references within the schema",
        "{'$ref':'#/$defs/none'}|'responseFormat' has a reference that leads nowhere or to another"
            + " document: expected references within the schema",
        "{'$ref':'#'}|'responseFormat' refers to itself without end, or takes too much work:"
            + " expected a simpler schema",
        "{'allOf':[{'$ref':'#'}]}|'responseFormat' refers to itself without end, or takes too much"
            + " work: expected a simpler schema",
        "{'$ref':'#/$defs/a','$defs':{'a':{'anyOf':[{'$ref':'#/$defs/b'}]},'b':{'not':{'$ref':'#/$defs/a'}}}}|'responseFormat'"
            + " refers to itself without end, or takes too much work: expected a simpler schema",
        "{'$schema':'http://json-schema.org/draft-07/schema#'}|'responseFormat' has the $schema"
            + " \"http://json-schema.org/draft-07/schema#\": expected"
            + " https://json-schema.org/draft/2020-12/schema",
        "{'maximum':1e999}|'responseFormat' has a number that is out of range",
        "{'pattern':'('}|'responseFormat' has the pattern (: expected a regular expression of"
            + " ECMAScript",
        "{'pattern':'a++'}|'responseFormat' has the pattern a++: expected a regular expression of"
            + " ECMAScript",
        "{'pattern':'\\\\p{L}++'}|'responseFormat' has the pattern \\p{L}++: expected a regular"
            + " expression of ECMAScript",
        "{'pattern':'[^\\\\S]'}|'responseFormat' has the pattern [^\\S]: expected a regular"
            + " expression of ECMAScript",
        "{'type':'json_schema','json_schema':{}}|'responseFormat' is a response format of a chat"
            + " API: expected \"json\" or its schema",
        "{'type':'json_object'}|'responseFormat' is a response format of a chat API: expected"
            + " \"json\" or its schema",
        "{'name':'a','strict':true,'schema':{'type':'object'}}|'responseFormat' is a response format"
            + " of a chat API: expected \"json\" or its schema",
      })
  void unusableSchemaIsAMistakeOfTheRequest(String schema, String mistake) {
    assertThat(mistakes(schema)).containsExactly(mistake);
  }

  @Test
  void mistakeShowsTheSchemaAsItWasGiven() {
    assertThat(check("{'contains':{'const':3}}", "[1]").mistakes())
        .singleElement()
        .asString()
        .endsWith("{\"const\":3}");
  }

  @Test
  void schemaMustBeOfTheDraft() {
    assertThat(mistakes("{'type':'JSON'}"))
        .singleElement()
        .asString()
        .startsWith("'responseFormat' is not a JSON Schema of draft 2020-12: $.type: ");
    assertThat(mistakes("{'required':'name'}"))
        .singleElement()
        .asString()
        .startsWith("'responseFormat' is not a JSON Schema of draft 2020-12: $.required: ");
  }

  @Test
  void hugeSchemasAreRefused() {
    assertThat(mistakes("{'description':'" + "x".repeat(70_000) + "'}"))
        .singleElement()
        .asString()
        .contains("characters: expected at most 65,536");
    assertThat(mistakes("{'items':".repeat(100) + "{}" + "}".repeat(100)))
        .containsExactly("'responseFormat' is nested more than 60 deep: expected a flatter schema");
    assertThat(mistakes("{'allOf':[" + "{},".repeat(2500) + "{}]}"))
        .containsExactly("'responseFormat' has more than 2,000 schemas in it: expected fewer");
    assertThat(mistakes("{'pattern':'" + "a".repeat(2000) + "'}"))
        .containsExactly(
            "'responseFormat' has a pattern of 2,000 characters: expected at most 1,000");
  }

  /** Each definition applies the next one twice: 2^25 uses of the last one. */
  @Test
  @Timeout(120)
  void schemaThatDoublesItselfIsRefused() {
    StringBuilder schema = new StringBuilder("{'$ref':'#/$defs/a0','$defs':{");
    for (int i = 0; i < 25; i++) {
      schema.append(
          "'a%d':{'allOf':[{'$ref':'#/$defs/a%d'},{'$ref':'#/$defs/a%d'}]},"
              .formatted(i, i + 1, i + 1));
    }
    assertThat(mistakes(schema + "'a25':{}}}"))
        .containsExactly(
            "'responseFormat' refers to itself without end, or takes too much work: expected a"
                + " simpler schema");
  }

  @Test
  @Timeout(120)
  void answerThatMakesASchemaDoubleItselfIsNotValid() {
    String schema = "{'items':{'allOf':[{'$ref':'#'},{'$ref':'#'}]}}";

    assertThat(check(schema, "[".repeat(40) + "]".repeat(40)).mistakes())
        .containsExactly("the answer takes too much work to check");
  }

  @ParameterizedTest
  @ValueSource(strings = {"^(a+)+$", "^(a|aa)+$", "(.*a){20}", "^((a{1,1000}){1,1000}){1,1000}$"})
  @Timeout(120)
  void patternThatBacktracksWithoutEndIsStopped(String pattern) {
    String answer = "'" + "a".repeat(5000) + "!'";

    assertThat(check("{'pattern':'" + pattern + "'}", answer).isValid())
        .isEqualTo(pattern.equals("(.*a){20}"));
  }

  @Test
  void numbersOfTheAnswerSurviveTheTopic() throws JsonProcessingException {
    JsonNode json =
        check("'json'", "[0.12345678901234567890123,1e400,123456789012345678901234567890]").json();
    SpawnResult result =
        SpawnResult.builder(new SpawnId("job-1"), SpawnStatus.COMPLETED, Instant.EPOCH)
            .json(json)
            .build();

    String written = Json.MAPPER.writeValueAsString(result);
    String again =
        Json.MAPPER.writeValueAsString(Json.MAPPER.readValue(written, SpawnResult.class));

    assertThat(again).isEqualTo(written).contains("0.12345678901234567890123");
    assertThat(again).doesNotContain("Infinity");
  }

  @Test
  void resultWithoutAFormIsReadAsBefore() throws JsonProcessingException {
    SpawnResult result =
        SpawnResult.builder(new SpawnId("job-1"), SpawnStatus.COMPLETED, Instant.EPOCH).build();

    String written = Json.MAPPER.writeValueAsString(result);

    assertThat(written).doesNotContain("json");
    assertThat(Json.MAPPER.readValue(written, SpawnResult.class).json()).isNull();
  }
}
