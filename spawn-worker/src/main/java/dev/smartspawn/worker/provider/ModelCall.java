package dev.smartspawn.worker.provider;

import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.prompt.Prompt;
import java.time.Duration;
import java.util.function.Function;

/**
 * A call to a model.
 *
 * @param maxTokens the most the model may write
 * @param heldTo the form of answer that the provider is to hold the model to
 * @param timeout until the whole answer has come
 * @param requestId of the request that led to it, for the provider's logs
 * @param openCalls takes what closes the call's connection, and returns what takes it off again
 */
public record ModelCall(
    ModelRoute route,
    Prompt prompt,
    int maxTokens,
    Prompt.Reply heldTo,
    Duration timeout,
    RequestId requestId,
    Function<Runnable, AutoCloseable> openCalls) {}
