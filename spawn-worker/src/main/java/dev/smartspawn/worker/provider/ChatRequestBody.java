package dev.smartspawn.worker.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.chat.ChatParameters;
import dev.smartspawn.schema.chat.ContentPart;
import dev.smartspawn.schema.chat.Effort;
import dev.smartspawn.schema.format.ResponseFormat;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.question.ModelParameter;
import dev.smartspawn.worker.answer.SentRequest;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.prompt.PromptMedia;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The body of a request, in the form that its model takes. */
final class ChatRequestBody {

  /** Parts of messages, which a model may refuse. */
  static final String IMAGE = "image_url";

  static final String FILE = "file";

  private static final String STREAM_OPTIONS = "stream_options";
  static final String RESPONSE_FORMAT = "response_format";

  /** Stands for a response format with a schema, which a model may refuse alone. */
  static final String JSON_SCHEMA = "json_schema";

  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final SentRequest sent;
  private final Set<ModelParameter> leftOut;

  ChatRequestBody(ModelCall call, RequestForm form) {
    int limit = form.limit(call.maxTokens());
    json.put("model", call.route().nativeId());
    boolean system = addMessages(call.prompt(), form);
    if (form.takes(form.tokensParameter())) {
      json.put(form.tokensParameter(), limit);
    }
    if (form.streaming()) {
      json.put("stream", true);
      if (form.takes(STREAM_OPTIONS)) {
        json.putObject(STREAM_OPTIONS).put("include_usage", true);
      }
    }
    if (call.heldTo() != Prompt.Reply.TEXT && form.takes(RESPONSE_FORMAT)) {
      json.set(RESPONSE_FORMAT, responseFormat(call, form));
    }
    leftOut = addParameters(call, form);
    call.route().provider().dialect().mergeInto(json, form);
    call.route().preferences().narrow(json);
    Set<String> parameters = new HashSet<>();
    json.fieldNames().forEachRemaining(parameters::add);
    parameters.remove("model");
    parameters.remove("messages");
    if (json.at("/response_format/type").asText().equals(JSON_SCHEMA)) {
      parameters.add(JSON_SCHEMA);
    }
    // A refused request is never repeated with fewer restrictions.
    parameters.remove(ProviderPreferences.FIELD);
    sent =
        new SentRequest(
            limit,
            form.tokensParameter(),
            system,
            form.streaming(),
            parameters,
            texts(call),
            content(call.prompt().media()));
  }

  private static String texts(ModelCall call) {
    return call.prompt().messages().stream()
        .map(Prompt.Message::text)
        .collect(Collectors.joining("\n"));
  }

  byte[] bytes() {
    try {
      return Json.MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
  }

  SentRequest sent() {
    return sent;
  }

  /** The kinds of content that the request has and the model has refused; empty for none. */
  Set<String> refusedContent(RequestForm form) {
    Set<String> refused = new TreeSet<>(sent.content());
    refused.removeIf(form::takes);
    return refused;
  }

  private static Set<String> content(PromptMedia media) {
    Set<String> content = new HashSet<>();
    if (!media.images().isEmpty()) {
      content.add(IMAGE);
    }
    if (!media.files().isEmpty()) {
      content.add(FILE);
    }
    return content;
  }

  /** Puts an image beside the last text of the user. */
  void addImage(String url) {
    ArrayNode messages = (ArrayNode) json.path("messages");
    ObjectNode last = (ObjectNode) messages.get(messages.size() - 1);
    String text = last.path("content").asText();
    ArrayNode parts = last.putArray("content");
    parts.addObject().put("type", "text").put("text", text);
    parts.addObject().put("type", "image_url").putObject("image_url").put("url", url);
  }

  /** The parameters that the model has refused. */
  Set<ModelParameter> leftOut() {
    return leftOut;
  }

  private Set<ModelParameter> addParameters(ModelCall call, RequestForm form) {
    Set<ModelParameter> refused = EnumSet.noneOf(ModelParameter.class);
    Map<ModelParameter, JsonNode> values = values(call);
    values.forEach(
        (parameter, value) -> {
          String name = name(parameter, call.route().provider());
          if (form.takes(name)) {
            json.set(name, value);
          } else {
            refused.add(parameter);
          }
        });
    return refused;
  }

  private static String name(ModelParameter parameter, Provider provider) {
    return switch (parameter) {
      case EFFORT -> isOpenRouter(provider) ? "reasoning" : "reasoning_effort";
      case TOP_P -> "top_p";
      default -> parameter.id();
    };
  }

  private static ObjectNode responseFormat(ModelCall call, RequestForm form) {
    ObjectNode format = JsonNodeFactory.instance.objectNode();
    @Nullable ResponseFormat wanted = call.prompt().manner().format();
    if (call.heldTo() != Prompt.Reply.SCHEMA || wanted == null || !form.takes(JSON_SCHEMA)) {
      return format.put("type", "json_object");
    }
    format.put("type", JSON_SCHEMA);
    // Strict providers take only a part of JSON Schema; the answer is checked in any case.
    format
        .putObject(JSON_SCHEMA)
        .put("name", "answer")
        .put("strict", false)
        .set("schema", wanted.json());
    return format;
  }

  /** Without the token limit, which every request has. */
  private static Map<ModelParameter, JsonNode> values(ModelCall call) {
    ChatParameters given = call.prompt().manner().parameters();
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    Map<ModelParameter, JsonNode> values = new EnumMap<>(ModelParameter.class);
    if (given.temperature() != null) {
      values.put(ModelParameter.TEMPERATURE, nodes.numberNode(given.temperature()));
    }
    if (given.topP() != null) {
      values.put(ModelParameter.TOP_P, nodes.numberNode(given.topP()));
    }
    if (given.effort() != null) {
      // The chat APIs' word for the most.
      String effort = given.effort() == Effort.MAX ? "xhigh" : given.effort().id();
      values.put(
          ModelParameter.EFFORT,
          isOpenRouter(call.route().provider())
              ? nodes.objectNode().put("effort", effort)
              : nodes.textNode(effort));
    }
    if (given.seed() != null) {
      values.put(ModelParameter.SEED, nodes.numberNode(given.seed()));
    }
    if (given.stop() != null) {
      ArrayNode stops = nodes.arrayNode();
      given.stop().forEach(stops::add);
      values.put(ModelParameter.STOP, stops);
    }
    if (given.verbosity() != null) {
      values.put(ModelParameter.VERBOSITY, nodes.textNode(given.verbosity().id()));
    }
    return values;
  }

  private static boolean isOpenRouter(Provider provider) {
    return provider.name().equals(Provider.OPENROUTER)
        || String.valueOf(provider.baseUrl().getHost()).endsWith("openrouter.ai");
  }

  /** Returns whether one of the messages has the role of the system. */
  private boolean addMessages(Prompt prompt, RequestForm form) {
    ArrayNode messages = json.putArray("messages");
    List<Prompt.Message> inForm =
        form.systemAsUser() ? withoutSystemRole(prompt.messages()) : prompt.messages();
    inForm.forEach(
        message -> {
          ObjectNode written = messages.addObject().put("role", message.role().inWords());
          if (message.isText()) {
            written.put("content", message.text());
          } else {
            message.parts().forEach(part -> add(part, written.withArray("content")));
          }
        });
    return inForm.stream().anyMatch(message -> message.role() == Prompt.Role.SYSTEM);
  }

  /**
   * The texts of the system go before what the user says next. Templates without the role want user
   * and assistant in turn, so neighbours of one role become one message.
   */
  private static List<Prompt.Message> withoutSystemRole(List<Prompt.Message> messages) {
    List<Prompt.Message> joined = new ArrayList<>();
    for (Prompt.Message message : messages) {
      Prompt.Role role =
          message.role() == Prompt.Role.ASSISTANT ? Prompt.Role.ASSISTANT : Prompt.Role.USER;
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).role() == role) {
        joined.set(
            last, new Prompt.Message(role, joined(joined.get(last).parts(), message.parts())));
      } else {
        joined.add(new Prompt.Message(role, message.parts()));
      }
    }
    return joined;
  }

  private static List<ContentPart> joined(List<ContentPart> first, List<ContentPart> second) {
    List<ContentPart> parts = new ArrayList<>(first);
    int last = parts.size() - 1;
    if (parts.get(last) instanceof ContentPart.Text one
        && second.get(0) instanceof ContentPart.Text other) {
      parts.set(last, new ContentPart.Text(one.text() + "\n\n" + other.text()));
      parts.addAll(second.subList(1, second.size()));
    } else {
      parts.addAll(second);
    }
    return parts;
  }

  private static void add(ContentPart part, ArrayNode content) {
    if (part instanceof ContentPart.Text text) {
      content.addObject().put("type", "text").put("text", text.text());
    } else if (part instanceof ContentPart.Image image) {
      ObjectNode written = content.addObject().put("type", IMAGE).putObject(IMAGE);
      written.put("url", image.url());
      if (image.detail() != null) {
        written.put("detail", image.detail());
      }
    } else if (part instanceof ContentPart.File file) {
      content
          .addObject()
          .put("type", FILE)
          .putObject(FILE)
          .put("filename", file.name())
          .put("file_data", file.source().url());
    }
  }
}
