package dev.smartspawn.worker.call;

import dev.smartspawn.worker.money.DailyCeiling;
import dev.smartspawn.worker.provider.ChatApi;
import dev.smartspawn.worker.provider.ModelRoutes;

/** What the calls of all of a worker's spawns share. */
public record CallResources(
    ChatApi api,
    ModelRoutes routes,
    CircuitBreakers circuitBreakers,
    EmptyAccounts emptyAccounts,
    RefusedKeys refusedKeys,
    CallLimits limits,
    DailyCeiling daily,
    CallSettings settings) {}
