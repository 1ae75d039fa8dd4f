package dev.smartspawn.worker.prompt;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Marks the beginning and end of text that is data. The marks carry a random token per call. The
 * text's author cannot know the token, so the text cannot end its own fence.
 *
 * @param token 32 hexadecimal digits
 */
public record Fence(String token) {

  private static final int TOKEN_BYTES = 16;

  /** Has the length of any other fence, for measuring prompts. */
  public static final Fence BLANK = new Fence("0".repeat(2 * TOKEN_BYTES));

  /**
   * @param random must be unpredictable
   */
  public static Fence draw(RandomGenerator random) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return new Fence(HexFormat.of().formatHex(bytes));
  }

  /**
   * The text stays as it is, its line ends included.
   *
   * @param what names the text, such as {@code answer 1}
   */
  public String around(String what, String text) {
    return begin(what) + "\n" + text + "\n" + end(what);
  }

  public String begin(String what) {
    return "[[" + token + " begin " + what + "]]";
  }

  public String end(String what) {
    return "[[" + token + " end " + what + "]]";
  }
}
