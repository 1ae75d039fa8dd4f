package dev.smartspawn.schema.media;

/** Width and height in pixels, as an image's header declares them. */
public record ImageSize(int width, int height) {

  /** Nobody photographs more; a header may declare any number. */
  public static final long MAX_PIXELS = 100_000_000;

  public ImageSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "%d x %d pixels: expected at least one".formatted(width, height));
    }
  }

  public long pixels() {
    return (long) width * height;
  }
}
