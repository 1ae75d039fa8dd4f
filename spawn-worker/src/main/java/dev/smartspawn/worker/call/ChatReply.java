package dev.smartspawn.worker.call;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * @param cut whether the model was stopped at the most it may write
 * @param usage absent when the provider did not say
 * @param cost absent when the provider did not say
 */
public record ChatReply(String text, boolean cut, @Nullable TokenUsage usage, @Nullable Usd cost) {}
