package dev.smartspawn.worker.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body as characters. JSON is UTF-8, and most labels that say otherwise are wrong: servers put
 * their default charset on whatever they pass on. So a label counts only from the first byte on
 * that is not UTF-8. UTF-16 and UTF-32 show by their zeros or their byte order mark.
 */
public final class DecodedBody {

  private static final int MARK_BYTES = 4;
  private static final Pattern LABEL =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:+-]{1,40})", Pattern.CASE_INSENSITIVE);

  private DecodedBody() {}

  /**
   * @param body without its compression
   * @param headers by lower-case name
   */
  public static Reader of(InputStream body, Map<String, List<String>> headers) throws IOException {
    PushbackInputStream whole = new PushbackInputStream(body, MARK_BYTES);
    byte[] first = new byte[MARK_BYTES];
    int count = whole.readNBytes(first, 0, MARK_BYTES);
    whole.unread(first, 0, count);
    Optional<Charset> wide = count == MARK_BYTES ? wide(first) : Optional.empty();
    if (wide.isPresent()) {
      return new InputStreamReader(whole, wide.get());
    }
    Optional<Charset> labelled = label(headers);
    return labelled.isPresent()
        ? new LabelledReader(whole, labelled.get())
        : new InputStreamReader(whole, StandardCharsets.UTF_8);
  }

  /** RFC 4627, section 3: the first two characters of JSON are ASCII. */
  private static Optional<Charset> wide(byte[] first) {
    int mark = ((first[0] & 0xff) << 8) | (first[1] & 0xff);
    boolean zeros = first[2] == 0 && first[3] == 0;
    if (mark == 0xfffe) {
      return Optional.of(zeros ? Charset.forName("UTF-32") : StandardCharsets.UTF_16);
    }
    if (mark == 0xfeff) {
      return Optional.of(StandardCharsets.UTF_16);
    }
    if (mark == 0) {
      return Optional.of(Charset.forName("UTF-32"));
    }
    if (first[0] == 0 && first[2] == 0) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (first[1] == 0 && first[3] == 0) {
      return Optional.of(first[2] == 0 ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE);
    }
    return Optional.empty();
  }

  private static Optional<Charset> label(Map<String, List<String>> headers) {
    return headers.getOrDefault("content-type", List.of()).stream()
        .map(LABEL::matcher)
        .filter(Matcher::find)
        .findFirst()
        .flatMap(label -> charset(label.group(1)))
        .filter(charset -> !charset.name().startsWith("UTF-"));
  }

  /** What is called Latin-1 is read as browsers read it: as Windows' extension of it. */
  private static Optional<Charset> charset(String name) {
    try {
      Charset charset = Charset.forName(name);
      boolean latin =
          charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
      return Optional.of(latin ? Charset.forName("windows-1252") : charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** UTF-8 as long as it is, and then what the label says. */
  private static final class LabelledReader extends Reader {

    private final InputStream body;
    private final Charset label;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private int spare = -1;
    private boolean ended;

    LabelledReader(InputStream body, Charset label) {
      this.body = body;
      this.label = label;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      if (spare >= 0 && length > 0) {
        buffer[offset] = (char) spare;
        spare = -1;
        return 1;
      }
      return length == 1 ? readOne(buffer, offset) : readSeveral(buffer, offset, length);
    }

    /** A character beyond the first 65,536 takes two places. */
    private int readOne(char[] buffer, int offset) throws IOException {
      char[] pair = new char[2];
      int read = readSeveral(pair, 0, pair.length);
      if (read > 0) {
        buffer[offset] = pair[0];
        spare = read == 2 ? pair[1] : -1;
      }
      return Math.min(read, 1);
    }

    private int readSeveral(char[] buffer, int offset, int length) throws IOException {
      CharBuffer chars = CharBuffer.wrap(buffer, offset, length);
      while (true) {
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isError()) {
          decoder =
              label
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPLACE)
                  .onUnmappableCharacter(CodingErrorAction.REPLACE);
        } else if (chars.position() > offset) {
          return chars.position() - offset;
        } else if (ended) {
          return -1;
        } else {
          fill();
        }
      }
    }

    private void fill() throws IOException {
      bytes.compact();
      int read = body.read(bytes.array(), bytes.position(), bytes.remaining());
      if (read < 0) {
        ended = true;
      } else {
        bytes.position(bytes.position() + read);
      }
      bytes.flip();
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }
}
