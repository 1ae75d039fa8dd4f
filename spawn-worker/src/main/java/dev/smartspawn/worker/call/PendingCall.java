package dev.smartspawn.worker.call;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.provider.ModelRoute;
import java.time.Instant;

/**
 * A call that is about to be made.
 *
 * @param worst the most it can cost at list price
 * @param until by when it must be done
 */
record PendingCall(
    String callId,
    String part,
    PlannedModel planned,
    ModelRoute route,
    Prompt prompt,
    int maxTokens,
    Usd worst,
    Instant until) {}
