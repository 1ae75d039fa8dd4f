package dev.smartspawn.worker.call;

import dev.smartspawn.worker.money.DailyCeiling;
import dev.smartspawn.worker.provider.ChatApi;
import dev.smartspawn.worker.provider.ModelRoutes;
import java.util.function.Supplier;

/**
 * What the calls of all of a worker's spawns share.
 *
 * @param routing the routes at present; they change with the operator's file
 */
public record CallResources(
    ChatApi api,
    Supplier<ModelRoutes> routing,
    CircuitBreakers circuitBreakers,
    EmptyAccounts emptyAccounts,
    RefusedKeys refusedKeys,
    CallLimits limits,
    DailyCeiling daily,
    CallSettings settings) {

  public ModelRoutes routes() {
    return routing.get();
  }
}
