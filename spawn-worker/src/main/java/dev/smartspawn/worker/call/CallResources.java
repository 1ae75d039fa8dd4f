package dev.smartspawn.worker.call;

import dev.smartspawn.worker.money.DailyCeiling;

/** What the calls of all of a worker's spawns share. */
public record CallResources(
    ChatApi api,
    ModelRoutes routes,
    CircuitBreakers circuitBreakers,
    CallLimits limits,
    DailyCeiling daily,
    CallSettings settings) {}
