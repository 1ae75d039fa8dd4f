package dev.smartspawn.schema.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What some bytes are.
 *
 * @param size absent for what is not an image
 */
public record MediaContent(MediaType type, @Nullable ImageSize size) {

  static final String EXPECTED = "expected a PNG, JPEG, WebP or GIF image, a PDF or a text";

  /** Programs sniff so many first bytes to tell what a file is. */
  private static final int SNIFFED_BYTES = 1024;

  private static final List<String> MARKUP =
      List.of("<!doctype", "<html", "<head", "<body", "<script", "<iframe", "<svg", "<?php");

  /**
   * Tells the type by the bytes; of an image, only the header is read.
   *
   * @throws UnusableMediaException for bytes that are none of the types, or two at once
   */
  public static MediaContent of(byte[] bytes) throws UnusableMediaException {
    if (bytes.length == 0) {
      throw new UnusableMediaException("is empty: " + EXPECTED);
    }
    if (BytePattern.startsWith(bytes, "%PDF-")) {
      refuseArchive(bytes, MediaType.PDF);
      return new MediaContent(MediaType.PDF, null);
    }
    @Nullable MediaType image = ImageHeader.typeOf(bytes);
    if (image != null) {
      refuseSecondType(bytes, image);
      return new MediaContent(image, ImageHeader.sizeOf(image, bytes));
    }
    ForeignFormat.refuse(bytes);
    if (!isText(bytes)) {
      throw new UnusableMediaException("is of an unknown type: " + EXPECTED);
    }
    return new MediaContent(MediaType.TEXT, null);
  }

  /** Whether a text is a page or a drawing that a browser would run. */
  public static boolean isMarkup(byte[] bytes) {
    String head = BytePattern.head(bytes, SNIFFED_BYTES).toLowerCase(Locale.ROOT).stripLeading();
    return MARKUP.stream().anyMatch(head::contains)
        && (head.startsWith("<") || head.startsWith("\u00ef\u00bb\u00bf<"));
  }

  /** A file that other programs take for something else could carry that past a check. */
  private static void refuseSecondType(byte[] bytes, MediaType image)
      throws UnusableMediaException {
    String head = BytePattern.head(bytes, SNIFFED_BYTES).toLowerCase(Locale.ROOT);
    if (head.contains("%pdf-")) {
      throw new UnusableMediaException(
          "is %s and a PDF document at once: expected one type".formatted(image.inWords()));
    }
    if (MARKUP.stream().anyMatch(head::contains)) {
      throw new UnusableMediaException(
          "is %s and a page with markup at once: expected one type".formatted(image.inWords()));
    }
    refuseArchive(bytes, image);
  }

  private static void refuseArchive(byte[] bytes, MediaType type) throws UnusableMediaException {
    if (BytePattern.endsAsZip(bytes)) {
      throw new UnusableMediaException(
          "is %s and a ZIP archive at once: expected one type".formatted(type.inWords()));
    }
  }

  private static boolean isText(byte[] bytes) {
    for (byte each : bytes) {
      boolean control = each >= 0 && each < ' ';
      if (control && each != '\t' && each != '\n' && each != '\r' && each != '\f') {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
