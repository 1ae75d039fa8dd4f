package dev.smartspawn.schema.media;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Upper bounds on the tokens that models count for an image. Makers publish rules of their own, and
 * servers of open models follow those of the model. Where the maker does not settle the rule, the
 * largest of all counts.
 */
public final class ImageTokens {

  /** The most that any rule gives for any image, but for the models of {@link #PER_TILE}. */
  public static final long MOST = 16_384;

  private static final int TILE = 512;
  private static final int TILES_LONG_SIDE = 2048;
  private static final int TILE_BASE = 85;
  private static final int TILE_TOKENS = 170;

  /** The small GPT-4o counts an image so that it costs as much as with the large one. */
  private static final String PER_TILE = "gpt-4o-mini";

  private static final int SMALL_BASE = 2833;
  private static final int SMALL_TILE_TOKENS = 5667;
  private static final int MOST_TILES = 16;

  /** Claude: pixels through 750, after an image is reduced to this side. */
  private static final int CLAUDE_PIXELS_PER_TOKEN = 750;

  /** Gemini: so many tokens for each crop, whose side is 256 to 768 pixels. */
  private static final int GEMINI_CROP_TOKENS = 258;

  /** At the highest resolution that can be asked for. */
  private static final int GEMINI_LEAST = 2240;

  /** Qwen and its relatives: 28 x 28 pixels a token, up to {@link #MOST}. */
  private static final int PATCH = 28;

  /** Patches of 32 x 32 pixels, at most 1536, counted up to 2.46 times each. */
  private static final int COUNTED_PATCHES = 3779;

  /** Begin, end and line marks. */
  private static final int MARKS = 64;

  private ImageTokens() {}

  /**
   * @param size absent where it is unknown, as of an image on the web
   * @param model the model's id
   */
  public static long atMost(@Nullable ImageSize size, String model) {
    if (model.toLowerCase(Locale.ROOT).contains(PER_TILE)) {
      return SMALL_BASE + SMALL_TILE_TOKENS * (size == null ? MOST_TILES : tiles(size));
    }
    if (size == null) {
      return MOST;
    }
    long most = TILE_BASE + TILE_TOKENS * tiles(size);
    most = Math.max(most, ceil(size.pixels(), CLAUDE_PIXELS_PER_TOKEN));
    most = Math.max(most, Math.max(GEMINI_LEAST, crops(size) * GEMINI_CROP_TOKENS));
    most = Math.max(most, ceil(size.width(), PATCH) * ceil(size.height(), PATCH));
    return Math.min(MOST, Math.max(most, COUNTED_PATCHES) + MARKS);
  }

  /** Of the image as it is, or reduced to the long side that tiles are made of. */
  private static long tiles(ImageSize size) {
    double scale = Math.min(1, (double) TILES_LONG_SIDE / Math.max(size.width(), size.height()));
    long wide = ceil((long) Math.ceil(size.width() * scale), TILE);
    long high = ceil((long) Math.ceil(size.height() * scale), TILE);
    return wide * high;
  }

  private static long crops(ImageSize size) {
    int least = Math.min(size.width(), size.height());
    int side = Math.min(768, Math.max(256, (int) (least / 1.5)));
    return ceil(size.width(), side) * ceil(size.height(), side);
  }

  private static long ceil(long value, long by) {
    return (value + by - 1) / by;
  }
}
