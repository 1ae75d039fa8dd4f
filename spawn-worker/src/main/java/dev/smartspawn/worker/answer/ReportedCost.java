package dev.smartspawn.worker.answer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.worker.body.ProviderJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cost of a call where a provider or a gateway names it, in dollars. A cost in another currency
 * is not read, because its rate is not known.
 */
final class ReportedCost {

  /** No call costs more: 10 million tokens at 20 times the highest list price per token. */
  static final BigDecimal MOST_USD = BigDecimal.valueOf(1000);

  /** In the order in which they count; a zero gives way to a later one that is not. */
  private static final List<String> DOLLARS =
      List.of(
          "cost",
          "total_cost",
          "totalCost",
          "cost_usd",
          "costUsd",
          "total_cost_usd",
          "cost_in_usd",
          "response_cost",
          "request_cost_usd",
          "estimated_cost");

  /** How many places the point is moved. */
  private static final Map<String, Integer> PARTS_OF_DOLLARS =
      Map.ofEntries(
          Map.entry("cost_in_usd_ticks", 10),
          Map.entry("cost_cents", 2),
          Map.entry("cost_in_cents", 2),
          Map.entry("total_cost_cents", 2),
          Map.entry("costCents", 2),
          Map.entry("cost_micros", 6),
          Map.entry("cost_usd_micros", 6),
          Map.entry("cost_micro_usd", 6),
          Map.entry("cost_microdollars", 6),
          Map.entry("cost_nano_usd", 9),
          Map.entry("cost_nanos", 9));

  /** Where a cost is an object. */
  private static final List<String> TOTALS = List.of("total_cost", "total", "usd", "amount");

  private static final List<String> CURRENCIES =
      List.of("currency", "cost_currency", "currency_code", "costCurrency");

  /** Where gateways put it beside the answer, as steps from the document. */
  private static final List<JsonPointer> BESIDE =
      UsageReports.pointers(
          "",
          "/_hidden_params",
          "/provider_metadata/gateway",
          "/providerMetadata/gateway",
          "/choices/0/message/provider_metadata/gateway",
          "/choices/0/delta/provider_metadata/gateway",
          "/inference_status",
          "/x_nanogpt_pricing",
          "/nanoGPT",
          "/billing");

  /** Where gateways tell what they charge for a call, in dollars. */
  private static final List<String> HEADERS =
      List.of("x-litellm-response-cost", "x-response-cost-usd", "x-request-cost-usd", "x-cost-usd");

  private static final Pattern SIGN = Pattern.compile("^\\s*(US)?\\$|\\s*USD\\s*$");

  private ReportedCost() {}

  /**
   * As the object of the figures has it. With a key of the user's own at the gateway, the maker's
   * bill is beside the gateway's fee.
   */
  static Optional<Usd> ofUsage(JsonNode usage) {
    Optional<BigDecimal> cost = named(usage);
    Optional<BigDecimal> upstream =
        usage.path("is_byok").asBoolean(false)
            ? dollars(usage.path("cost_details").path("upstream_inference_cost"))
            : Optional.empty();
    if (cost.isEmpty() && upstream.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Usd.of(cost.orElse(BigDecimal.ZERO).add(upstream.orElse(BigDecimal.ZERO))));
  }

  /** As it stands beside the answer. A cost of nothing there says nothing. */
  static Optional<Usd> ofDocument(JsonNode document) {
    return BESIDE.stream()
        .map(document::at)
        .filter(JsonNode::isObject)
        .flatMap(each -> named(each).stream())
        .filter(dollars -> dollars.signum() > 0)
        .max(BigDecimal::compareTo)
        .map(Usd::of);
  }

  /** A cost of nothing is left out: gateways say so of prices they do not know. */
  static Optional<Usd> ofHeaders(ProviderResponse response) {
    return HEADERS.stream()
        .flatMap(name -> response.header(name).stream())
        .flatMap(value -> dollars(TextNode.valueOf(value)).stream())
        .filter(dollars -> dollars.signum() > 0)
        .findFirst()
        .map(Usd::of);
  }

  private static Optional<BigDecimal> named(JsonNode figures) {
    if (!isInDollars(figures)) {
      return Optional.empty();
    }
    List<BigDecimal> found =
        Stream.concat(
                DOLLARS.stream().flatMap(name -> amount(figures.path(name)).stream()),
                PARTS_OF_DOLLARS.entrySet().stream()
                    .flatMap(part -> part(figures, part.getKey(), part.getValue()).stream()))
            .toList();
    return found.stream()
        .filter(dollars -> dollars.signum() > 0)
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private static Optional<BigDecimal> part(JsonNode figures, String name, int places) {
    return ProviderJson.number(figures.path(name))
        .map(number -> number.movePointLeft(places))
        .filter(dollars -> dollars.compareTo(MOST_USD) <= 0);
  }

  /** A number, or an object with the sum or its parts. */
  private static Optional<BigDecimal> amount(JsonNode cost) {
    if (!cost.isObject()) {
      return dollars(cost);
    }
    if (!isInDollars(cost)) {
      return Optional.empty();
    }
    return TOTALS.stream()
        .map(name -> dollars(cost.path(name)))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> sum(cost));
  }

  private static Optional<BigDecimal> sum(JsonNode parts) {
    return parts.properties().stream()
        .filter(part -> part.getKey().endsWith("cost"))
        .map(part -> dollars(part.getValue()).orElse(null))
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .filter(dollars -> dollars.compareTo(MOST_USD) <= 0);
  }

  private static boolean isInDollars(JsonNode figures) {
    return CURRENCIES.stream()
        .map(figures::path)
        .filter(JsonNode::isTextual)
        .allMatch(
            currency ->
                List.of("usd", "us$", "$")
                    .contains(currency.textValue().strip().toLowerCase(Locale.ROOT)));
  }

  private static Optional<BigDecimal> dollars(JsonNode node) {
    JsonNode plain =
        node.isTextual() && node.textValue().length() <= 40
            ? TextNode.valueOf(SIGN.matcher(node.textValue()).replaceAll(""))
            : node;
    return ProviderJson.number(plain).filter(dollars -> dollars.compareTo(MOST_USD) <= 0);
  }
}
