package dev.smartspawn.worker.prompt;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Marks where text that is data begins and ends. The marks carry a token drawn anew for each call,
 * which nobody who wrote the text could know: the text cannot end its own fence.
 *
 * @param token 32 hexadecimal digits
 */
public record Fence(String token) {

  private static final int TOKEN_BYTES = 16;

  /** As long as any other, for measuring. */
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
   * @param what names the text, as {@code answer 1}
   */
  public String around(String what, String text) {
    return "%s%n%s%n%s".formatted(begin(what), text, end(what)).replace("\r\n", "\n");
  }

  public String begin(String what) {
    return "[[" + token + " begin " + what + "]]";
  }

  public String end(String what) {
    return "[[" + token + " end " + what + "]]";
  }
}
