package dev.smartspawn.schema.media;

import org.jspecify.annotations.Nullable;

/** Reads an image's type and size from its header. No pixel is decoded. */
final class ImageHeader {

  private static final String PNG = "\u0089PNG\r\n\u001a\n";
  private static final String PNG_HEADER = "\u0000\u0000\u0000\rIHDR";
  private static final int PNG_SIZE = 16;
  private static final int JPEG_SEGMENTS = 2;

  private ImageHeader() {}

  /** Null for what is not an image of a known type. */
  static @Nullable MediaType typeOf(byte[] bytes) {
    if (BytePattern.startsWith(bytes, PNG)) {
      return MediaType.PNG;
    }
    if (BytePattern.startsWith(bytes, "\u00ff\u00d8\u00ff")) {
      return MediaType.JPEG;
    }
    if (BytePattern.startsWith(bytes, "GIF87a") || BytePattern.startsWith(bytes, "GIF89a")) {
      return MediaType.GIF;
    }
    return BytePattern.startsWith(bytes, "RIFF") && BytePattern.isAt(bytes, 8, "WEBP")
        ? MediaType.WEBP
        : null;
  }

  /**
   * @throws UnusableMediaException if the header is damaged or declares too many pixels
   */
  static ImageSize sizeOf(MediaType type, byte[] bytes) throws UnusableMediaException {
    long @Nullable [] size =
        switch (type) {
          case PNG -> png(bytes);
          case JPEG -> jpeg(bytes);
          case GIF -> gif(bytes);
          case WEBP -> webp(bytes);
          default -> throw new IllegalArgumentException(type.inWords());
        };
    if (size == null || size[0] < 1 || size[1] < 1) {
      throw new UnusableMediaException(
          "is %s with a damaged header: expected its width and height".formatted(type.inWords()));
    }
    if (size[0] > ImageSize.MAX_PIXELS / size[1]) {
      throw new UnusableMediaException(
          "declares %,d x %,d pixels: expected at most %,d pixels"
              .formatted(size[0], size[1], ImageSize.MAX_PIXELS));
    }
    return new ImageSize((int) size[0], (int) size[1]);
  }

  private static long @Nullable [] png(byte[] bytes) {
    return bytes.length >= PNG_SIZE + 17 && BytePattern.isAt(bytes, PNG.length(), PNG_HEADER)
        ? size(
            BytePattern.bigEndian32(bytes, PNG_SIZE), BytePattern.bigEndian32(bytes, PNG_SIZE + 4))
        : null;
  }

  private static long @Nullable [] gif(byte[] bytes) {
    return bytes.length >= 13
        ? size(BytePattern.littleEndian16(bytes, 6), BytePattern.littleEndian16(bytes, 8))
        : null;
  }

  /** The size is in the first frame's segment, behind those of the camera and of colours. */
  private static long @Nullable [] jpeg(byte[] bytes) {
    int at = JPEG_SEGMENTS;
    while (at + 4 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
      int marker = bytes[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
      } else if (isFrame(marker)) {
        return at + 9 <= bytes.length
            ? size(BytePattern.bigEndian16(bytes, at + 7), BytePattern.bigEndian16(bytes, at + 5))
            : null;
      } else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
        at += 2;
      } else if (marker == 0xD8 || marker == 0xD9 || marker == 0xDA || marker == 0) {
        return null;
      } else {
        int length = BytePattern.bigEndian16(bytes, at + 2);
        if (length < 2) {
          return null;
        }
        at += 2 + length;
      }
    }
    return null;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static long @Nullable [] webp(byte[] bytes) {
    if (bytes.length < 30) {
      return null;
    }
    if (BytePattern.isAt(bytes, 12, "VP8X")) {
      return size(
          1L + BytePattern.littleEndian24(bytes, 24), 1L + BytePattern.littleEndian24(bytes, 27));
    }
    if (BytePattern.isAt(bytes, 12, "VP8L") && bytes[20] == 0x2F) {
      int low = BytePattern.littleEndian16(bytes, 21);
      int high = BytePattern.littleEndian16(bytes, 23);
      return size(1L + (low & 0x3FFF), 1L + (low >> 14 | (high & 0xFFF) << 2));
    }
    if (BytePattern.isAt(bytes, 12, "VP8 ") && BytePattern.isAt(bytes, 23, "\u009d\u0001*")) {
      return size(
          BytePattern.littleEndian16(bytes, 26) & 0x3FFF,
          BytePattern.littleEndian16(bytes, 28) & 0x3FFF);
    }
    return null;
  }

  private static long[] size(long width, long height) {
    return new long[] {width, height};
  }
}
