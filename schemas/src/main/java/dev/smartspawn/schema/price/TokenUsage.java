package dev.smartspawn.schema.price;

/** Tokens that were read and written. */
public record TokenUsage(long prompt, long completion) {

  public static final TokenUsage NONE = new TokenUsage(0, 0);

  public TokenUsage plus(TokenUsage other) {
    return new TokenUsage(prompt + other.prompt, completion + other.completion);
  }
}
