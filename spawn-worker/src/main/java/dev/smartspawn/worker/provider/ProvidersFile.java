package dev.smartspawn.worker.provider;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.json.JsonMistake;
import dev.smartspawn.schema.money.PriceReference;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.spawn.ModelLimits;
import dev.smartspawn.worker.plan.ListPrice;
import dev.smartspawn.worker.plan.OperatorLimits;
import dev.smartspawn.worker.plan.OperatorPrices;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Direct providers and prices, configured by the operator in a JSON or YAML file:
 *
 * <pre>{@code
 * {"providers": [{"name": "anthropic", "prefix": "anthropic/", "baseUrl": "https://api.anthropic.com/v1",
 *                 "keyVariable": "ANTHROPIC_API_KEY",
 *                 "models": {"anthropic/claude-opus-4.6": "claude-opus-4-6"}}],
 *  "prices": {"ollama/llama3.3": {"prompt": 0, "completion": 0}},
 *  "limits": {"ollama/llama3.3": {"contextTokens": 8192, "thinks": false}}}
 * }</pre>
 *
 * The file never contains keys, only the names of the variables that hold them. Prices are in USD
 * per 1M tokens. Limits are those of {@link ModelLimits}. OpenAI's own API needs {@code
 * "maxTokensParameter": "max_completion_tokens"}, because its newer models reject {@code
 * max_tokens}.
 */
public record ProvidersFile(
    List<Provider> providers, OperatorPrices prices, OperatorLimits limits) {

  public static final ProvidersFile NONE =
      new ProvidersFile(List.of(), OperatorPrices.NONE, OperatorLimits.NONE);

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private record Content(
      @Nullable List<ProviderEntry> providers,
      @Nullable Map<String, PriceLine> prices,
      @Nullable Map<String, ModelLimits> limits) {

    /** Models as the operator wrote them. */
    Set<String> names() {
      Set<String> names = new LinkedHashSet<>();
      names.addAll(prices == null ? Set.of() : prices.keySet());
      names.addAll(limits == null ? Set.of() : limits.keySet());
      return names;
    }
  }

  private record Prices(@Nullable BigDecimal prompt, @Nullable BigDecimal completion) {}

  /**
   * @param line where it is in the file, from 1
   */
  @JsonDeserialize(using = LineReader.class)
  private record PriceLine(@Nullable Prices prices, int line) {}

  /** Notes the line, so that the ledger can refer to it. */
  static final class LineReader extends JsonDeserializer<PriceLine> {
    @Override
    public PriceLine deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      int line = json.currentTokenLocation().getLineNr();
      return new PriceLine(context.readValue(json, Prices.class), line);
    }
  }

  /**
   * @param variables looks up the keys
   * @throws IllegalArgumentException when the file is not valid; the message says why
   */
  public static ProvidersFile read(Path file, Function<String, Optional<String>> variables) {
    try {
      Content content = mapper(file).readValue(Files.readAllBytes(file), Content.class);
      List<Provider> providers =
          content.providers() == null
              ? List.of()
              : content.providers().stream().map(entry -> entry.provider(variables)).toList();
      return new ProvidersFile(providers, prices(file, content.prices()), limits(content.limits()))
          .asking(content.names());
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%s, line %d: %s"
              .formatted(
                  file,
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  JsonMistake.message(e)),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read", e);
    }
  }

  private static ObjectMapper mapper(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml") ? YAML : Json.STRICT;
  }

  /** The same, whose providers are asked for these models as they are written here. */
  public ProvidersFile asking(Collection<String> names) {
    return new ProvidersFile(
        providers.stream().map(provider -> provider.asking(names)).toList(), prices, limits);
  }

  private static OperatorLimits limits(@Nullable Map<String, ModelLimits> lines) {
    Map<CanonicalId, ModelLimits> limits = new HashMap<>();
    if (lines != null) {
      lines.forEach(
          (id, line) -> {
            requirePositive(id, "contextTokens", line.contextTokens());
            requirePositive(id, "outputTokens", line.outputTokens());
            limits.put(CanonicalId.of(id), line);
          });
    }
    return new OperatorLimits(limits);
  }

  private static void requirePositive(String id, String field, @Nullable Long tokens) {
    if (tokens != null && tokens < 1) {
      throw new IllegalArgumentException(
          "limit of %s: '%s' is %d, expected at least 1".formatted(id, field, tokens));
    }
  }

  private static OperatorPrices prices(Path file, @Nullable Map<String, PriceLine> lines) {
    String name = String.valueOf(file.getFileName());
    Map<CanonicalId, ListPrice> prices = new HashMap<>();
    if (lines != null) {
      lines.forEach(
          (id, line) -> {
            Prices read = line.prices();
            if (read == null || read.prompt() == null || read.completion() == null) {
              throw new IllegalArgumentException(
                  "price of %s: expected 'prompt' and 'completion'".formatted(id));
            }
            prices.put(
                CanonicalId.of(id),
                new ListPrice(
                    new ModelPrice(read.prompt(), read.completion()),
                    PriceReference.ofLine(name, line.line())));
          });
    }
    return new OperatorPrices(prices);
  }
}
