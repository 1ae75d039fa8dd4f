package dev.smartspawn.worker.provider;

import dev.smartspawn.worker.answer.ProviderAnswer;

/** An OpenAI-compatible chat API. */
public interface ChatApi {

  /**
   * Makes one call, and not a second one, whatever happens. What a provider does is part of the
   * answer and never an exception.
   */
  ProviderAnswer complete(ModelCall call);
}
