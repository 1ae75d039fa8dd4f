package dev.smartspawn.worker.prompt;

import dev.smartspawn.schema.format.ResponseFormat;

/** Says which form an answer must have. Models that can be held to it are told all the same. */
final class FormatPrompt {

  private FormatPrompt() {}

  static String of(ResponseFormat format) {
    String json =
        "The answer must be JSON and nothing else: no code fence, no text before or after it.";
    return format.schema() == null
        ? json
        : json + " It must be valid against this JSON Schema:\n" + format.schema();
  }
}
