package dev.smartspawn.schema.media;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What some bytes are.
 *
 * @param size absent for what is not an image
 */
public record MediaContent(MediaType type, @Nullable ImageSize size) {

  /** Tells what bytes are, or refuses them. */
  @FunctionalInterface
  public interface Telling {

    /**
     * @throws UnusableMediaException for bytes that no request may carry here
     */
    MediaContent of(byte[] bytes) throws UnusableMediaException;
  }

  static final String EXPECTED =
      "expected a PNG, JPEG, WebP or GIF image, a PDF or a text in UTF-8";

  private static final String PAGE = "a web page or a drawing";
  private static final int DECODED_CHARS = 8 * 1024;

  /** Programs sniff so many first bytes to tell what a file is. */
  private static final int SNIFFED_BYTES = 1024;

  private static final List<String> MARKUP =
      List.of("<!doctype", "<html", "<head", "<body", "<script", "<iframe", "<svg", "<?php");

  /** A tag of a page or a drawing, and not one whose name only begins like it. */
  private static final Pattern PAGE_TAG =
      Pattern.compile(
          "<(?:!doctype\\s{1,20}(?:html|svg)|html|head|body|script|iframe|svg)(?![a-z0-9_.-])|<\\?php");

  /** Of terminals and typewriters: what logs and manuals have between their words. */
  private static final String TEXT_CONTROLS = "\u0007\b\t\n\u000b\f\r\u001b";

  /** What servers and browsers run wherever it stands; compressed pixels do not have it. */
  private static final List<String> CODE = List.of("<?php", "<script", "<SCRIPT");

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
    // A text may begin with the mark of a format; files of these formats are never texts.
    if (isText(bytes)) {
      return new MediaContent(MediaType.TEXT, null);
    }
    ForeignFormat.refuse(bytes);
    throw new UnusableMediaException("is of an unknown type: " + EXPECTED);
  }

  /**
   * What bytes are that were given as an image.
   *
   * @throws UnusableMediaException for anything but an image
   */
  public static MediaContent ofImage(byte[] bytes) throws UnusableMediaException {
    MediaContent content = of(bytes);
    if (!content.type.isImage()) {
      String what = isPage(content, bytes) ? PAGE : content.type.inWords();
      throw new UnusableMediaException(
          "has %s: expected a PNG, JPEG, WebP or GIF image".formatted(what));
    }
    return content;
  }

  /**
   * What bytes are that were given as a file.
   *
   * @throws UnusableMediaException for anything but a PDF document or a plain text
   */
  public static MediaContent ofFile(byte[] bytes) throws UnusableMediaException {
    MediaContent content = of(bytes);
    if (content.type.isImage()) {
      throw new UnusableMediaException(
          "has %s: expected it among the images".formatted(content.type.inWords()));
    }
    if (isPage(content, bytes)) {
      throw new UnusableMediaException(
          "has %s: expected a PDF or a plain text; give its source as 'text' in 'files'"
              .formatted(PAGE));
    }
    return content;
  }

  private static boolean isPage(MediaContent content, byte[] bytes) {
    return content.type == MediaType.TEXT && isMarkup(bytes);
  }

  /** Whether a text is a page or a drawing that a browser would run. */
  public static boolean isMarkup(byte[] bytes) {
    String head = BytePattern.head(bytes, SNIFFED_BYTES).toLowerCase(Locale.ROOT).stripLeading();
    return PAGE_TAG.matcher(head).find()
        && (head.startsWith("<") || head.startsWith("\u00ef\u00bb\u00bf<"));
  }

  /** A file that other programs take for something else could carry that past a check. */
  private static void refuseSecondType(byte[] bytes, MediaType image)
      throws UnusableMediaException {
    String head = BytePattern.head(bytes, SNIFFED_BYTES).toLowerCase(Locale.ROOT);
    if (head.contains("%pdf-") || BytePattern.contains(bytes, "%PDF-")) {
      throw new UnusableMediaException(
          "is %s and a PDF document at once: expected one type".formatted(image.inWords()));
    }
    if (MARKUP.stream().anyMatch(head::contains)
        || CODE.stream().anyMatch(code -> BytePattern.contains(bytes, code))) {
      throw new UnusableMediaException(
          "is %s and a page with markup at once: expected one type".formatted(image.inWords()));
    }
    if (BytePattern.hasEndOfZip(bytes)) {
      throw archive(image);
    }
  }

  private static void refuseArchive(byte[] bytes, MediaType type) throws UnusableMediaException {
    if (BytePattern.endsAsZip(bytes)) {
      throw archive(type);
    }
  }

  private static UnusableMediaException archive(MediaType type) {
    return new UnusableMediaException(
        "is %s and a ZIP archive at once: expected one type".formatted(type.inWords()));
  }

  private static boolean isText(byte[] bytes) {
    for (byte each : bytes) {
      boolean control = each >= 0 && each < ' ';
      if (control && TEXT_CONTROLS.indexOf(each) < 0) {
        return false;
      }
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer left = ByteBuffer.wrap(bytes);
    CharBuffer decoded = CharBuffer.allocate(DECODED_CHARS);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      result = decoder.decode(left, decoded.clear(), true);
    }
    return !result.isError();
  }
}
