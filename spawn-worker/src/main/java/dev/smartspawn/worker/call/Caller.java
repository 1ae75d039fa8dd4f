package dev.smartspawn.worker.call;

import dev.smartspawn.worker.money.DailyCeiling;

/** What all spawns of a worker call models with. */
public record Caller(
    ChatApi api,
    Routes routes,
    Circuits circuits,
    CallLimits limits,
    DailyCeiling daily,
    CallSettings settings) {}
