package dev.smartspawn.schema.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

  /** Bytes as characters, without a copy. */
  private static final class Latin implements CharSequence {

    private final byte[] bytes;
    private final int from;
    private final int to;

    Latin(byte[] bytes, int from, int to) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
    }

    @Override
    public int length() {
      return to - from;
    }

    @Override
    public char charAt(int index) {
      return (char) (bytes[from + index] & 0xFF);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Latin(bytes, from + start, from + end);
    }

    @Override
    public String toString() {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
  }

  /** One document after another, because unpacked streams take memory. */
  public static synchronized long atMost(byte[] pdf) {
    return PER_PAGE * pages(pdf);
  }

  /** Pages may stand in packed streams of objects; where these cannot be read, bytes count. */
  static int pages(byte[] pdf) {
    Latin text = new Latin(pdf, 0, pdf.length);
    long pages = PAGE.matcher(text).results().count();
    boolean known = !BytePattern.contains(pdf, "/Encrypt");
    int unpacked = 0;
    int streams = 0;
    Matcher objects = OBJECTS.matcher(text);
    while (objects.find() && known) {
      streams++;
      byte[] stream = inflated(pdf, objects.end(), MAX_UNPACKED - unpacked);
      unpacked += stream.length;
      known = stream.length > 0 && unpacked < MAX_UNPACKED;
      pages += PAGE.matcher(new Latin(stream, 0, stream.length)).results().count();
    }
    known = known && (streams > 0 || !BytePattern.contains(pdf, "/ObjStm"));
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
          all = Arrays.copyOf(all, Math.min(most, 2 * length));
        }
        int read = inflater.inflate(all, length, all.length - length);
        if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          return new byte[0];
        }
        length += read;
      }
      return Arrays.copyOf(all, length);
    } catch (DataFormatException e) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }
}
