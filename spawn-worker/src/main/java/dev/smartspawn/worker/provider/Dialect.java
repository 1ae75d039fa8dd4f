package dev.smartspawn.worker.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.question.Capability;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a provider's requests have beside the usual ones, and what they must do without.
 *
 * @param auth how the key is sent
 * @param path after the base URL; <code>{model}</code> stands for the model's name
 * @param headers sent with each request
 * @param query appended to the address of each request
 * @param body merged into the body of each request
 * @param supports what the provider takes
 * @param secrets values of variables that headers, query, path or body contain
 */
public record Dialect(
    Auth auth,
    String path,
    Map<String, String> headers,
    Map<String, String> query,
    ObjectNode body,
    Supports supports,
    Set<String> secrets) {

  public static final String CHAT_PATH = "/chat/completions";

  /** Fields that decide what is asked, what it may cost, and how the answer is read. */
  static final Set<String> RESERVED_FIELDS =
      Set.of(
          "model",
          "messages",
          "stream",
          "stream_options",
          "max_tokens",
          "max_completion_tokens",
          "n",
          "best_of");

  /**
   * @param header that carries the key; empty for none
   * @param scheme before the key, such as {@code "Bearer "}
   */
  public record Auth(String header, String scheme) {

    public static final Auth BEARER = new Auth("Authorization", "Bearer ");
    public static final Auth NONE = new Auth("", "");

    /** {@code bearer}, {@code none}, or the name of a header that carries the bare key. */
    static Auth of(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "bearer" -> BEARER;
        case "none" -> NONE;
        default -> new Auth(text, "");
      };
    }
  }

  /**
   * @param systemRole whether messages may have the role of the system
   * @param streaming whether an answer can be streamed
   * @param structuredOutput whether {@code response_format} is taken
   * @param images whether messages may have images
   * @param files whether messages may have PDF documents
   */
  public record Supports(
      boolean systemRole,
      boolean streaming,
      boolean structuredOutput,
      boolean images,
      boolean files) {

    public static final Supports ALL = new Supports(true, true, true, true, true);

    /** Whether images and files among {@code content} may be sent. */
    boolean takes(Set<Capability> content) {
      return (images || !content.contains(Capability.VISION))
          && (files || !content.contains(Capability.FILES));
    }
  }

  public Dialect {
    headers = Map.copyOf(headers);
    query = Map.copyOf(query);
    body = body.deepCopy();
    secrets = Set.copyOf(secrets);
  }

  /** OpenAI's own. */
  public static Dialect usual() {
    return new Dialect(
        Auth.BEARER,
        CHAT_PATH,
        Map.of(),
        Map.of(),
        JsonNodeFactory.instance.objectNode(),
        Supports.ALL,
        Set.of());
  }

  Dialect withHeaders(Map<String, String> headers) {
    return new Dialect(auth, path, headers, query, body, supports, secrets);
  }

  /**
   * Merges the provider's fields into a request's body: objects field by field, other values
   * replace the request's.
   *
   * @param form whose refused parameters stay out
   */
  void mergeInto(ObjectNode request, RequestForm form) {
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      if (form.takes(field.getKey())) {
        merge(request, field.getKey(), field.getValue());
      }
    }
  }

  private static void merge(ObjectNode into, String name, JsonNode value) {
    if (value instanceof ObjectNode object && into.get(name) instanceof ObjectNode known) {
      object.properties().forEach(field -> merge(known, field.getKey(), field.getValue()));
    } else {
      into.set(name, value.deepCopy());
    }
  }

  /** Without the values, which may be secret. */
  @Override
  public String toString() {
    return "%s, headers %s, query %s".formatted(path, headers.keySet(), query.keySet());
  }
}
