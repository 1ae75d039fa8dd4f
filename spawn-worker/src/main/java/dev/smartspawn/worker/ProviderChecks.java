package dev.smartspawn.worker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.worker.provider.ModelRoute;
import dev.smartspawn.worker.provider.ProbeReport;
import dev.smartspawn.worker.provider.Provider;
import dev.smartspawn.worker.provider.ProviderProbe;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One small call to each of some providers. */
public final class ProviderChecks {

  private final List<Check> checks;
  private final List<String> secrets;

  /** A provider, and the model that it is asked for. */
  record Check(Provider provider, Optional<CanonicalId> model, Optional<ModelPrice> price) {

    boolean isPossible() {
      return model.isPresent() && provider.isUsable();
    }
  }

  /** What the checks found, one object for each provider; whether all that were made are good. */
  public record Found(ArrayNode rows, boolean allGood) {}

  ProviderChecks(List<Check> checks, List<String> secrets) {
    this.checks = List.copyOf(checks);
    this.secrets = secrets;
  }

  /** The providers that can be called: with a key, or without needing one. */
  public long calls() {
    return checks.stream().filter(Check::isPossible).count();
  }

  /** The most that the calls cost together, as far as prices are known. */
  public Usd mostUsd() {
    return Usd.sum(
        checks.stream()
            .filter(Check::isPossible)
            .flatMap(check -> check.price().stream())
            .map(ProviderProbe::worstCase)
            .toList());
  }

  /** The calls whose price is not known. */
  public long withoutPrice() {
    return checks.stream().filter(check -> check.isPossible() && check.price().isEmpty()).count();
  }

  /** Makes the calls, one after another. */
  public Found run(Clock clock) {
    ArrayNode rows = Json.MAPPER.createArrayNode();
    boolean good = calls() > 0;
    try (ProviderProbe probe = new ProviderProbe(secrets, clock)) {
      for (Check check : checks) {
        ProbeReport report = report(check, probe);
        good &= report.isGood() || !check.provider().isUsable();
        rows.add(row(check, report));
      }
    }
    return new Found(rows, good);
  }

  private static ProbeReport report(Check check, ProviderProbe probe) {
    Provider provider = check.provider();
    if (!provider.isUsable()) {
      return ProbeReport.notCalled("not called: %s is not set".formatted(provider.keyVariable()));
    }
    return check
        .model()
        .map(id -> new ModelRoute(provider, id, provider.nativeId(id)))
        .map(route -> probe.check(route, check.price()))
        .orElseGet(() -> ProbeReport.notCalled("not called: name a model with --model"));
  }

  private static ObjectNode row(Check check, ProbeReport report) {
    ObjectNode row = Json.MAPPER.createObjectNode();
    row.put("provider", check.provider().name());
    check.model().ifPresent(id -> row.put("model", id.value()));
    ObjectNode figures = Json.MAPPER.valueToTree(report);
    figures.remove("good");
    row.setAll(figures);
    return row;
  }
}
