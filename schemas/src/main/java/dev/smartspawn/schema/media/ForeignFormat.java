package dev.smartspawn.schema.media;

import java.util.Arrays;

/** Well-known formats that no request may carry; naming them makes a clear message. */
enum ForeignFormat {
  ZIP("PK\u0003\u0004", "a ZIP archive"),
  EMPTY_ZIP("PK\u0005\u0006", "a ZIP archive"),
  GZIP("\u001f\u008b", "a gzip archive"),
  SEVEN_ZIP("7z\u00bc\u00af'\u001c", "a 7z archive"),
  XZ("\u00fd7zXZ", "an xz archive"),
  RAR("Rar!", "a RAR archive"),
  WINDOWS("MZ", "a Windows program"),
  ELF("\u007fELF", "a program"),
  MACH_O("\u00cf\u00fa\u00ed\u00fe", "a program"),
  CLASS("\u00ca\u00fe\u00ba\u00be", "a program"),
  WASM("\u0000asm", "a program"),
  BMP("BM", "a BMP image"),
  TIFF_LITTLE("II*\u0000", "a TIFF image"),
  TIFF_BIG("MM\u0000*", "a TIFF image"),
  ICON("\u0000\u0000\u0001\u0000", "an icon"),
  JPEG_XL("\u00ff\n", "a JPEG XL image"),
  PHOTOSHOP("8BPS", "a Photoshop image"),
  OGG("OggS", "a sound"),
  MP3("ID3", "a sound"),
  OFFICE("\u00d0\u00cf\u0011\u00e0", "an Office document"),
  UTF_16_LITTLE("\u00ff\u00fe", "a text in UTF-16"),
  UTF_16_BIG("\u00fe\u00ff", "a text in UTF-16");

  private final String mark;
  private final String inWords;

  ForeignFormat(String mark, String inWords) {
    this.mark = mark;
    this.inWords = inWords;
  }

  /**
   * @param bytes that are not a text
   * @throws UnusableMediaException if the bytes are of such a format
   */
  static void refuse(byte[] bytes) throws UnusableMediaException {
    if (BytePattern.isAt(bytes, 4, "ftyp")) {
      throw new UnusableMediaException(
          "is a film or an HEIC or AVIF image: " + MediaContent.EXPECTED);
    }
    ForeignFormat found =
        Arrays.stream(values())
            .filter(each -> BytePattern.startsWith(bytes, each.mark))
            .findFirst()
            .orElse(null);
    if (found != null) {
      throw new UnusableMediaException("is %s: %s".formatted(found.inWords, MediaContent.EXPECTED));
    }
  }
}
