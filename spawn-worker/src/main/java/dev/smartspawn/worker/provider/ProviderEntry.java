package dev.smartspawn.worker.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.privacy.PrivacyRuleReader;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.worker.provider.Dialect.Auth;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A provider as the operator describes it. Texts may name environment variables: <code>${NAME}
 * </code>.
 *
 * @param auth {@code bearer} (default), {@code none}, or the name of a header that carries the key
 * @param path after the base URL; by default {@code /chat/completions}
 * @param trainsOnData absent where that is not known
 * @param region absent where that is not known
 */
record ProviderEntry(
    @Nullable String name,
    @Nullable String prefix,
    @Nullable String baseUrl,
    @Nullable String keyVariable,
    @Nullable String auth,
    @Nullable String path,
    @Nullable Map<String, String> headers,
    @Nullable Map<String, String> query,
    @Nullable ObjectNode body,
    @Nullable SupportsEntry supports,
    @Nullable String maxTokensParameter,
    @Nullable Boolean trainsOnData,
    @Nullable String region,
    @Nullable Map<String, String> models) {

  private static final List<String> MAX_TOKENS_PARAMETERS =
      List.of(Provider.MAX_TOKENS, "max_completion_tokens");

  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");

  /** They say how the body is sent, which is not for an operator to change. */
  private static final Set<String> RESERVED_HEADERS =
      Set.of(
          "host",
          "accept",
          "accept-encoding",
          "connection",
          "content-length",
          "content-type",
          "transfer-encoding");

  /** What is not said is supported. */
  record SupportsEntry(
      @Nullable Boolean systemRole,
      @Nullable Boolean streaming,
      @Nullable Boolean structuredOutput,
      @Nullable Boolean images,
      @Nullable Boolean files,
      @Nullable Boolean providerPreferences) {

    Dialect.Supports supports() {
      return new Dialect.Supports(
          isSupported(systemRole),
          isSupported(streaming),
          isSupported(structuredOutput),
          isSupported(images),
          isSupported(files));
    }

    private static boolean isSupported(@Nullable Boolean said) {
      return said == null || said;
    }
  }

  /**
   * @param variables looks up keys and other variables
   * @throws IllegalArgumentException when the entry is not valid; the message says why
   */
  Provider provider(Function<String, Optional<String>> variables) {
    if (name == null || prefix == null || baseUrl == null) {
      throw new IllegalArgumentException(
          "a provider needs 'name', 'prefix' and 'baseUrl': " + name);
    }
    VariableText texts = new VariableText(variables);
    String key = keyVariable == null ? "" : keyVariable;
    Auth sent = auth(name, key);
    Map<CanonicalId, String> nativeIds = new HashMap<>();
    if (models != null) {
      models.forEach((id, nativeId) -> nativeIds.put(CanonicalId.of(id), nativeId));
    }
    URI address = address(name, texts.expand("'baseUrl' of " + name, baseUrl));
    return new Provider(
        name,
        prefix,
        address,
        key.isEmpty() ? Optional.empty() : key(key, variables),
        key,
        tokensParameter(name),
        dialect(name, sent, texts),
        policy(name, address),
        nativeIds);
  }

  private Dialect dialect(String provider, Auth sent, VariableText texts) {
    Map<String, String> allHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    entries(headers)
        .forEach(
            (header, value) ->
                allHeaders.put(
                    headerName(provider, header),
                    headerValue(provider, header, expanded(texts, provider, header, value))));
    if (!sent.header().isEmpty() && allHeaders.containsKey(sent.header())) {
      throw new IllegalArgumentException(
          "'headers' of %s has '%s', which carries the key: set 'auth' to none, or leave it out"
              .formatted(provider, sent.header()));
    }
    Map<String, String> allQuery = new LinkedHashMap<>();
    entries(query)
        .forEach((each, value) -> allQuery.put(each, expanded(texts, provider, each, value)));
    return new Dialect(
        sent,
        chatPath(provider),
        allHeaders,
        allQuery,
        extraBody(provider, texts),
        supports == null ? Dialect.Supports.ALL : supports.supports(),
        texts.used());
  }

  private DataPolicy policy(String provider, URI address) {
    @Nullable Boolean preferences = supports == null ? null : supports.providerPreferences();
    String place =
        region == null
            ? ""
            : PrivacyRuleReader.name(region)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "'region' of %s is '%s': expected a name, as eu"
                                .formatted(provider, region)));
    return new DataPolicy(
        Optional.ofNullable(trainsOnData),
        place,
        preferences == null ? DataPolicy.isOpenRouter(address) : preferences);
  }

  private static URI address(String provider, String text) {
    URI address = BaseUrl.of(text);
    BaseUrl.mistake(address)
        .ifPresent(
            mistake -> {
              throw new IllegalArgumentException(
                  "'baseUrl' of %s is '%s': %s".formatted(provider, text, mistake));
            });
    return address;
  }

  private Auth auth(String provider, String key) {
    Auth sent = auth == null ? Auth.BEARER : Auth.of(auth.strip());
    if (sent.equals(Auth.NONE)) {
      if (!key.isEmpty()) {
        throw new IllegalArgumentException(
            "%s has a 'keyVariable', but its 'auth' is none: leave one of them out"
                .formatted(provider));
      }
    } else if (!sent.equals(Auth.BEARER)) {
      String unused = headerName(provider, sent.header());
    }
    return sent;
  }

  private String chatPath(String provider) {
    if (path == null) {
      return Dialect.CHAT_PATH;
    }
    if (!path.startsWith("/") || path.contains("?") || path.contains("#") || path.contains(" ")) {
      throw new IllegalArgumentException(
          "'path' of %s is '%s': expected one that begins with '/' and has no '?' and '#'"
              .formatted(provider, path));
    }
    return path;
  }

  private ObjectNode extraBody(String provider, VariableText texts) {
    if (body == null) {
      return JsonNodeFactory.instance.objectNode();
    }
    for (String field : Dialect.RESERVED_FIELDS) {
      if (body.has(field)) {
        throw new IllegalArgumentException(
            "'body' of %s has '%s', which is set for each call: leave it out"
                .formatted(provider, field));
      }
    }
    return texts.expand("'body' of " + provider, body);
  }

  private String tokensParameter(String provider) {
    String parameter = maxTokensParameter == null ? Provider.MAX_TOKENS : maxTokensParameter;
    if (!MAX_TOKENS_PARAMETERS.contains(parameter)) {
      throw new IllegalArgumentException(
          "'maxTokensParameter' of %s is '%s': expected one of %s"
              .formatted(provider, parameter, String.join(", ", MAX_TOKENS_PARAMETERS)));
    }
    return parameter;
  }

  private static Optional<String> key(
      String variable, Function<String, Optional<String>> variables) {
    Optional<String> key = variables.apply(variable);
    key.flatMap(Settings::mistakeInKey)
        .ifPresent(
            mistake -> {
              throw new IllegalArgumentException(variable + ": " + mistake);
            });
    return key;
  }

  private static String headerName(String provider, String header) {
    if (!HEADER_NAME.matcher(header).matches()
        || RESERVED_HEADERS.contains(header.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "'%s' of %s cannot be set: expected the name of a header that does not describe the body"
              .formatted(header, provider));
    }
    return header;
  }

  /** The value may be secret: it is not shown. */
  private static String headerValue(String provider, String header, String value) {
    if (!HEADER_VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "header '%s' of %s has a character that cannot be sent: expected printable ASCII"
              .formatted(header, provider));
    }
    return value.strip();
  }

  private static String expanded(
      VariableText texts, String provider, String field, @Nullable String value) {
    if (value == null) {
      throw new IllegalArgumentException(
          "'%s' of %s has no value: expected a text".formatted(field, provider));
    }
    return texts.expand("'%s' of %s".formatted(field, provider), value);
  }

  private static Map<String, String> entries(@Nullable Map<String, String> entries) {
    return entries == null ? Map.of() : entries;
  }
}
