package dev.smartspawn.schema.question;

import java.nio.charset.StandardCharsets;

/** Estimates how much of a model's context a text needs, before any tokeniser has seen it. */
public final class TextSize {

  /** Common tokenisers make a token of 3 to 4.5 bytes of UTF-8, less of code. */
  private static final int BYTES_PER_TOKEN = 3;

  /** Room for an answer. */
  private static final int ANSWER_TOKENS = 1024;

  /** So much fits into the context of every chat model. */
  private static final int FITS_ANYWHERE_TOKENS = 2048;

  /** Texts of about the same size need the same context, and share a prepared answer. */
  private static final int STEP = 1024;

  private TextSize() {}

  /** UTF-8 length. */
  public static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Suits the choice of models and limits; what a call may cost needs an upper bound instead. */
  public static long estimatedTokens(long bytes) {
    return (bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
  }

  /** The texts that are estimated at so many tokens. */
  public static long bytesOf(long tokens) {
    return tokens * BYTES_PER_TOKEN;
  }

  /**
   * The smallest context that takes the texts and leaves room for an answer.
   *
   * @param bytes UTF-8 length of the texts
   * @return tokens, in steps; 0 where any model's context will do
   */
  public static long neededContext(long bytes) {
    long tokens = estimatedTokens(bytes);
    long steps = (tokens + ANSWER_TOKENS + STEP - 1) / STEP;
    return tokens <= FITS_ANYWHERE_TOKENS ? 0 : steps * STEP;
  }
}
