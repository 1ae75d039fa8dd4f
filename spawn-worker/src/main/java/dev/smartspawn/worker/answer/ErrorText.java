package dev.smartspawn.worker.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.worker.body.ProviderJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an error says, wherever its provider wrote it.
 *
 * @param message for people; empty where there is none
 * @param code the provider's word for the kind of error; empty where there is none
 * @param status the HTTP status in the body; 0 where there is none
 * @param parameter of the request that the error is about; empty where none is named
 */
record ErrorText(String message, String code, int status, String parameter) {

  private static final List<String> MESSAGE_FIELDS =
      List.of(
          "message",
          "detail",
          "msg",
          "error_description",
          "error_msg",
          "error_message",
          "errorMessage",
          "status_msg",
          "Message",
          "errors",
          "reason",
          "title");
  private static final Pattern SCRIPT =
      Pattern.compile(
          "<(script|style|head)(?!\\w).*?</\\1\\s*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>(.*?)</title", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[^<>]{0,500}>");
  private static final int MOST_PARTS = 5;
  private static final int LONGEST_PAGE = 20_000;

  /** Reads a body that is JSON, a web page, plain text or nothing. */
  static ErrorText ofBody(String body) {
    String text = body.strip();
    boolean looksLikeJson = text.startsWith("{") || text.startsWith("[") || text.startsWith("\"");
    return (looksLikeJson ? ProviderJson.read(text) : Optional.<JsonNode>empty())
        .map(ErrorText::ofJson)
        .orElseGet(() -> new ErrorText(textOfPage(text), "", 0, ""));
  }

  /** Reads an error object, or a document with one in it. */
  static ErrorText ofJson(JsonNode json) {
    JsonNode document = json.isArray() && json.size() > 0 ? json.get(0) : json;
    JsonNode inner = document.path("error");
    JsonNode error = ProviderJson.isPresent(inner) && !inner.isBoolean() ? inner : document;
    return new ErrorText(
        messageOf(error).or(() -> messageOf(document)).orElse(""),
        firstText(
            List.of(
                error.path("code"),
                error.path("type"),
                error.path("__type"),
                error.path("status"))),
        firstStatus(
            List.of(error.path("code"), error.path("status"), document.path("status_code"))),
        firstText(List.of(error.path("param"), error.path("parameter"))));
  }

  ErrorText masked(KeyMask keys) {
    return new ErrorText(keys.mask(message), code, status, parameter);
  }

  private static Optional<String> messageOf(JsonNode error) {
    if (error.isTextual()) {
      return Optional.of(error.textValue()).filter(text -> !text.isBlank());
    }
    return MESSAGE_FIELDS.stream()
        .map(error::path)
        .map(ErrorText::said)
        .filter(text -> !text.isBlank())
        .findFirst()
        .map(text -> withUpstream(text, error.path("metadata").path("raw")));
  }

  /** OpenRouter says "Provider returned error" and keeps the provider's own words beside it. */
  private static String withUpstream(String text, JsonNode raw) {
    if (!raw.isTextual() || raw.textValue().isBlank()) {
      return text;
    }
    String upstream = ofBody(raw.textValue()).message();
    return upstream.isBlank() || text.contains(upstream) ? text : text + ": " + upstream;
  }

  /** A text, or several, as validators list them. */
  private static String said(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isObject()) {
      return messageOf(node).orElse("");
    }
    if (!node.isArray()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (JsonNode part : node) {
      String text = part.isTextual() ? part.textValue() : messageOf(part).orElse("");
      if (!text.isBlank() && parts.size() < MOST_PARTS) {
        parts.add(part.path("loc").isArray() ? placeOf(part.path("loc")) + text : text);
      }
    }
    return String.join("; ", parts);
  }

  private static String placeOf(JsonNode location) {
    List<String> steps = new ArrayList<>();
    location.forEach(step -> steps.add(step.asText()));
    return String.join(".", steps) + ": ";
  }

  /** The first that is known, or else the first. */
  private static String firstText(List<JsonNode> nodes) {
    List<String> texts =
        nodes.stream()
            .filter(JsonNode::isTextual)
            .map(JsonNode::textValue)
            .filter(text -> !text.isBlank())
            .toList();
    return texts.stream()
        .filter(StatusKinds::isKnown)
        .findFirst()
        .or(() -> texts.stream().findFirst())
        .orElse("");
  }

  private static int firstStatus(List<JsonNode> nodes) {
    return nodes.stream()
        .mapToInt(node -> node.asInt(0))
        .filter(status -> status >= 100 && status < 600)
        .findFirst()
        .orElse(0);
  }

  private static String textOfPage(String page) {
    if (!page.startsWith("<")) {
      return page;
    }
    String start = page.substring(0, Math.min(page.length(), LONGEST_PAGE));
    String body = stripped(SCRIPT.matcher(start).replaceAll(" "));
    var title = TITLE.matcher(start);
    return body.isEmpty() && title.find() ? stripped(title.group(1)) : body;
  }

  private static String stripped(String html) {
    return TAG.matcher(html).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }
}
