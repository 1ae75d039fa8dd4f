package dev.smartspawn.worker.call;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.question.ModelParameter;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.provider.ModelRoute;
import java.time.Instant;
import java.util.Set;

/**
 * A call that is about to be made.
 *
 * @param leftOut parameters of the request that the model is known not to take
 * @param worst the most it can cost at list price
 * @param until by when it must be done
 */
record PendingCall(
    String callId,
    String part,
    PlannedModel planned,
    ModelRoute route,
    Prompt prompt,
    Set<ModelParameter> leftOut,
    int maxTokens,
    Usd worst,
    Instant until) {}
