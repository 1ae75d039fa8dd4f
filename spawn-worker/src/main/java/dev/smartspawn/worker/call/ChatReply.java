package dev.smartspawn.worker.call;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * A model's answer.
 *
 * @param cut whether the model reached its token limit
 * @param usage absent when the provider does not report it
 * @param cost absent when the provider does not report it
 */
public record ChatReply(String text, boolean cut, @Nullable TokenUsage usage, @Nullable Usd cost) {}
