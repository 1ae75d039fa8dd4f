package dev.smartspawn.worker.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.chat.ChatParameters;
import dev.smartspawn.schema.chat.ContentPart;
import dev.smartspawn.schema.chat.ContentSource;
import dev.smartspawn.schema.chat.Effort;
import dev.smartspawn.schema.chat.Verbosity;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.format.ResponseFormat;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.media.MediaType;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.answer.RequestChange;
import dev.smartspawn.worker.prompt.Prompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatRequestBodyTest {

  private static final ModelRoute ROUTE =
      new ModelRoute(
          Provider.openRouter(URI.create("http://127.0.0.1:1/v1"), Optional.of("k"), "K"),
          CanonicalId.of("maker/model"),
          "model-1");
  private static final RequestForm FORM = RequestForm.of(ROUTE.provider());

  private static JsonNode body(Prompt.Reply heldTo, RequestForm form) {
    return body(Prompt.of("be brief", "Name three primes."), heldTo, form);
  }

  private static JsonNode body(Prompt prompt, Prompt.Reply heldTo, RequestForm form) {
    ModelCall call =
        new ModelCall(
            ROUTE,
            prompt,
            500,
            heldTo,
            Duration.ofSeconds(1),
            new RequestId("from-a-test"),
            close -> () -> {});
    try {
      return Json.MAPPER.readTree(new ChatRequestBody(call, form).bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void asksForAStreamWithUsage() {
    JsonNode body = body(Prompt.Reply.TEXT, FORM);

    assertThat(body.path("model").asText()).isEqualTo("model-1");
    assertThat(body.path("max_tokens").asInt()).isEqualTo(500);
    assertThat(body.path("stream").asBoolean()).isTrue();
    assertThat(body.at("/stream_options/include_usage").asBoolean()).isTrue();
    assertThat(body.path("messages").findValuesAsText("role")).containsExactly("system", "user");
    assertThat(body.has("response_format")).isFalse();
  }

  @Test
  void modelIsHeldToJson() {
    assertThat(body(Prompt.Reply.JSON, FORM).at("/response_format/type").asText())
        .isEqualTo("json_object");
  }

  @Test
  void modelThatRefusesAResponseFormatIsAskedWithoutIt() {
    RequestForm form = FORM.changed(new RequestChange.WithoutParameter("response_format"));

    assertThat(body(Prompt.Reply.JSON, form).has("response_format")).isFalse();
  }

  @Test
  void systemTextGoesBeforeTheUsers() {
    JsonNode messages =
        body(Prompt.Reply.TEXT, FORM.changed(new RequestChange.SystemRoleAsUser()))
            .path("messages");

    assertThat(messages).hasSize(1);
    assertThat(messages.at("/0/content").asText()).isEqualTo("be brief\n\nName three primes.");
  }

  private static final ChatParameters ALL =
      new ChatParameters(
          new BigDecimal("0.2"),
          new BigDecimal("0.9"),
          500,
          Effort.MAX,
          7L,
          List.of("END"),
          Verbosity.LOW);

  private static Prompt inManner() {
    return Prompt.of("be brief", "Name three primes.").in(new Prompt.Manner(ALL, false));
  }

  @Test
  void parametersAreSentByTheNamesOfTheApi() {
    JsonNode body = body(inManner(), Prompt.Reply.TEXT, FORM);

    assertThat(body.path("temperature").decimalValue()).isEqualByComparingTo("0.2");
    assertThat(body.path("top_p").decimalValue()).isEqualByComparingTo("0.9");
    assertThat(body.at("/reasoning/effort").asText()).isEqualTo("xhigh");
    assertThat(body.path("seed").asLong()).isEqualTo(7);
    assertThat(body.at("/stop/0").asText()).isEqualTo("END");
    assertThat(body.path("verbosity").asText()).isEqualTo("low");
    assertThat(body.path("max_tokens").asInt()).isEqualTo(500);
  }

  @Test
  void refusedParameterIsLeftOut() {
    RequestForm form = FORM.changed(new RequestChange.WithoutParameter("reasoning"));

    JsonNode body = body(inManner(), Prompt.Reply.TEXT, form);

    assertThat(body.has("reasoning")).isFalse();
    assertThat(body.has("temperature")).isTrue();
  }

  private static final ResponseFormat FORMAT =
      new ResponseFormat(Json.MAPPER.createObjectNode().put("type", "array"));

  private static Prompt inForm() {
    return Prompt.of("be brief", "Name three primes.")
        .in(new Prompt.Manner(ChatParameters.NONE, false, FORMAT));
  }

  @Test
  void modelIsHeldToTheSchema() {
    JsonNode body = body(inForm(), Prompt.Reply.SCHEMA, FORM);

    assertThat(body.at("/response_format/type").asText()).isEqualTo("json_schema");
    assertThat(body.at("/response_format/json_schema/schema/type").asText()).isEqualTo("array");
    assertThat(body.at("/response_format/json_schema/name").asText()).isEqualTo("answer");
  }

  @Test
  void modelThatRefusesSchemasIsHeldToJson() {
    RequestForm form = FORM.changed(new RequestChange.WithoutParameter("json_schema"));

    assertThat(body(inForm(), Prompt.Reply.SCHEMA, form).path("response_format"))
        .isEqualTo(Json.MAPPER.createObjectNode().put("type", "json_object"));
  }

  private static Prompt talk() {
    return new Prompt(
        List.of(
            new Prompt.Message(Prompt.Role.SYSTEM, "s1"),
            new Prompt.Message(Prompt.Role.USER, "u1"),
            new Prompt.Message(Prompt.Role.ASSISTANT, "a1"),
            new Prompt.Message(Prompt.Role.USER, "u2"),
            new Prompt.Message(Prompt.Role.SYSTEM, "s2")),
        Prompt.Reply.TEXT);
  }

  @Test
  void conversationKeepsItsRoles() {
    JsonNode messages = body(talk(), Prompt.Reply.TEXT, FORM).path("messages");

    assertThat(messages.findValuesAsText("role"))
        .containsExactly("system", "user", "assistant", "user", "system");
  }

  @Test
  void withoutSystemRoleUserAndAssistantSpeakInTurnAndNoTextIsLost() {
    JsonNode messages =
        body(talk(), Prompt.Reply.TEXT, FORM.changed(new RequestChange.SystemRoleAsUser()))
            .path("messages");

    assertThat(messages.findValuesAsText("role")).containsExactly("user", "assistant", "user");
    assertThat(messages.findValuesAsText("content")).containsExactly("s1\n\nu1", "a1", "u2\n\ns2");
  }

  @Test
  void fewerTokensAreAskedForWhereTheModelWritesFewer() {
    assertThat(
            body(Prompt.Reply.TEXT, FORM.changed(new RequestChange.FewerTokens(100)))
                .path("max_tokens")
                .asInt())
        .isEqualTo(100);
  }

  @Test
  void imagesAndFilesArePartsOfTheUsersMessage() {
    Prompt.Message message =
        new Prompt.Message(
            Prompt.Role.USER,
            List.of(
                new ContentPart.Text("What is it?"),
                new ContentPart.Image(
                    new ContentSource.Web(URI.create("https://example.com/a.png")), "low"),
                new ContentPart.File(
                    "a.pdf", new ContentSource.Inline(MediaType.PDF, null, "JVBERi0="))));
    Prompt prompt =
        new Prompt(
            List.of(new Prompt.Message(Prompt.Role.SYSTEM, "be brief"), message),
            Prompt.Reply.TEXT);

    JsonNode content = body(prompt, Prompt.Reply.TEXT, FORM).at("/messages/1/content");

    assertThat(content.findValuesAsText("type")).containsExactly("text", "image_url", "file");
    assertThat(content.at("/1/image_url/url").asText()).isEqualTo("https://example.com/a.png");
    assertThat(content.at("/1/image_url/detail").asText()).isEqualTo("low");
    assertThat(content.at("/2/file/filename").asText()).isEqualTo("a.pdf");
    assertThat(content.at("/2/file/file_data").asText())
        .isEqualTo("data:application/pdf;base64,JVBERi0=");

    RequestForm form = FORM.changed(new RequestChange.SystemRoleAsUser());
    JsonNode joined = body(prompt, Prompt.Reply.TEXT, form).at("/messages/0/content");
    assertThat(joined.at("/0/text").asText()).isEqualTo("be brief\n\nWhat is it?");
    assertThat(joined).hasSize(3);
  }
}
