package dev.smartspawn.schema.media;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Upper bounds on the tokens of a PDF document, by its pages. */
public final class PdfTokens {

  /** A full page of text, and a picture of the page. */
  public static final long PER_PAGE = 5_000;

  /** No provider takes more pages. */
  public static final int MOST_PAGES = 1_000;

  private static final int BYTES_PER_PAGE = 512;
  private static final int MAX_UNPACKED = 32 * 1024 * 1024;
  private static final Pattern PAGE = Pattern.compile("/Type\\s{0,20}/Page(?![A-Za-z])");
  private static final Pattern OBJECTS =
      Pattern.compile("/ObjStm[^>]{0,400}>{2}[^>]{0,20}stream\\r?\\n");

  private PdfTokens() {}

  public static long atMost(byte[] pdf) {
    return PER_PAGE * pages(pdf);
  }

  /** Pages may stand in packed streams of objects; where these cannot be read, bytes count. */
  static int pages(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    long pages = PAGE.matcher(text).results().count();
    boolean known = !text.contains("/Encrypt");
    int unpacked = 0;
    int streams = 0;
    Matcher objects = OBJECTS.matcher(text);
    while (objects.find() && known) {
      streams++;
      byte[] stream = inflated(pdf, objects.end(), MAX_UNPACKED - unpacked);
      unpacked += stream.length;
      known = stream.length > 0 && unpacked < MAX_UNPACKED;
      pages += PAGE.matcher(new String(stream, StandardCharsets.ISO_8859_1)).results().count();
    }
    known = known && (streams > 0 || !text.contains("/ObjStm"));
    long counted = known && pages > 0 ? pages : Math.max(pages, pdf.length / BYTES_PER_PAGE + 1L);
    return (int) Math.min(MOST_PAGES, counted);
  }

  /** Empty where it is not packed this way. */
  private static byte[] inflated(byte[] bytes, int start, int most) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, start, bytes.length - start);
      byte[] all = new byte[Math.min(most, 64 * 1024)];
      int length = 0;
      while (!inflater.finished()) {
        if (length == all.length) {
          if (length >= most) {
            break;
          }
          all = java.util.Arrays.copyOf(all, Math.min(most, 2 * length));
        }
        int read = inflater.inflate(all, length, all.length - length);
        if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          return new byte[0];
        }
        length += read;
      }
      return java.util.Arrays.copyOf(all, length);
    } catch (DataFormatException e) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }
}
