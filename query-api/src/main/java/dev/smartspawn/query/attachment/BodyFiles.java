package dev.smartspawn.query.attachment;

import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.attachment.AttachmentId;
import io.undertow.util.StatusCodes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes large files out of a request's body while it arrives. Each data URL of more than {@value
 * #INLINE_CHARS} characters, where the request may name a file, becomes the id of an attachment. So
 * the body is never in memory as a whole: only its files, decoded, and the rest of its text.
 *
 * <p>It follows JSON just far enough to know which field a text is in. What is not JSON is passed
 * on as it is, and refused by the parser.
 */
public final class BodyFiles {

  /** Longer data URLs are taken out. */
  static final int INLINE_CHARS = 32 * 1024;

  /** The fields that name a file: of images, of files, and as the chat APIs write them. */
  private static final Set<String> FILE_FIELDS = Set.of("url", "images", "data", "file_data");

  private static final String DATA = "data:";
  private static final String BASE64 = ";base64,";
  private static final int LONGEST_LABEL = 200;
  private static final int LONGEST_NAME = 20;
  private static final int DEEPEST = 64;

  private final int maxTextBytes;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private final List<FoundFile> files = new ArrayList<>();
  private final FieldPath path = new FieldPath(DEEPEST);
  private final Escapes escapes = new Escapes();
  private Within within = Within.STRUCTURE;
  private @Nullable Base64Pieces decoding;
  private long fileBytes;

  /** What the next byte belongs to. */
  private enum Within {
    STRUCTURE,
    /** A text that is passed on. */
    TEXT,
    /** A text that may be the name of a field. */
    NAME,
    /** A text that may be a data URL; it is held back until it is long enough. */
    CANDIDATE,
    /** The base64 of a data URL. */
    FILE
  }

  /**
   * A file that was taken out.
   *
   * @param field the field it was in
   */
  public record FoundFile(String field, Attachment attachment) {}

  /**
   * @param maxTextBytes the longest body without its files
   */
  public BodyFiles(int maxTextBytes) {
    this.maxTextBytes = maxTextBytes;
  }

  /**
   * @throws Refusal if the files or the rest are too large, or a file is not in base64
   */
  public void take(byte[] bytes) {
    for (byte next : bytes) {
      take(next & 0xFF);
    }
    if (text.size() > maxTextBytes) {
      throw tooLarge(
          fileBytes == 0 ? "the body is too large" : "the body is too large without its files",
          maxTextBytes);
    }
  }

  /** The body, with ids in place of files. */
  public byte[] text() {
    return text.toByteArray();
  }

  /** The files in the order in which they stood. */
  public List<FoundFile> files() {
    return List.copyOf(files);
  }

  private void take(int next) {
    switch (within) {
      case STRUCTURE -> structure(next);
      case TEXT -> text(next);
      case NAME -> name(next);
      case CANDIDATE -> candidate(next);
      case FILE -> file(next);
    }
  }

  private void structure(int next) {
    text.write(next);
    if (next == '"') {
      escapes.begin();
      held.reset();
      if (path.expectsName()) {
        within = Within.NAME;
      } else {
        within = FILE_FIELDS.contains(path.field()) ? Within.CANDIDATE : Within.TEXT;
      }
    } else {
      path.take(next);
    }
  }

  private void text(int next) {
    text.write(next);
    if (escapes.ends(next)) {
      within = Within.STRUCTURE;
    }
  }

  private void name(int next) {
    text.write(next);
    if (escapes.ends(next)) {
      path.name(held.toString(StandardCharsets.UTF_8));
      within = Within.STRUCTURE;
    } else if (held.size() <= LONGEST_NAME && escapes.character() >= 0) {
      held.write(escapes.character());
    }
  }

  private void candidate(int next) {
    held.write(next);
    if (escapes.ends(next)) {
      text.writeBytes(held.toByteArray());
      within = Within.STRUCTURE;
    } else if (held.size() == LONGEST_LABEL + DATA.length() + BASE64.length() && !isDataUrl()) {
      passOn();
    } else if (held.size() > INLINE_CHARS) {
      decode();
    }
  }

  private boolean isDataUrl() {
    String head = held.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return head.startsWith(DATA) && head.replace("\\/", "/").contains(BASE64);
  }

  private void passOn() {
    text.writeBytes(held.toByteArray());
    held.reset();
    within = Within.TEXT;
  }

  /** The held characters are decoded first, then the rest as it comes. */
  private void decode() {
    byte[] given = held.toByteArray();
    held.reset();
    decoding = new Base64Pieces();
    within = Within.FILE;
    Escapes again = new Escapes();
    again.begin();
    int header = 0;
    StringBuilder label = new StringBuilder();
    for (byte each : given) {
      boolean ended = again.ends(each & 0xFF);
      if (ended || again.character() < 0) {
        continue;
      }
      if (header == 0) {
        label.append((char) Character.toLowerCase(again.character()));
        header = label.indexOf(BASE64) >= 0 ? label.length() : 0;
      } else {
        decode(again.character());
      }
    }
  }

  private void file(int next) {
    if (escapes.ends(next)) {
      endFile();
    } else if (escapes.character() >= 0) {
      decode(escapes.character());
    }
  }

  private void decode(int character) {
    Base64Pieces pieces = decoding();
    long before = pieces.bytes();
    pieces.take(character);
    fileBytes += pieces.bytes() - before;
    if (fileBytes > Attachment.MAX_BYTES) {
      throw tooLarge("the files are too large together", Attachment.MAX_BYTES);
    }
  }

  private void endFile() {
    Base64Pieces pieces = decoding();
    if (!pieces.isValid()) {
      throw new Refusal(
          StatusCodes.BAD_REQUEST,
          "invalid_request",
          "'%s' has a data URL that is not base64".formatted(path.field()));
    }
    Attachment attachment = pieces.finish();
    decoding = null;
    files.add(new FoundFile(path.field(), attachment));
    AttachmentId id = attachment.id();
    text.writeBytes((id.value() + '"').getBytes(StandardCharsets.US_ASCII));
    within = Within.STRUCTURE;
  }

  private Base64Pieces decoding() {
    if (decoding == null) {
      throw new IllegalStateException("no file is being decoded");
    }
    return decoding;
  }

  private static Refusal tooLarge(String what, int maxBytes) {
    return new Refusal(
        StatusCodes.REQUEST_ENTITY_TOO_LARGE,
        "body_too_large",
        String.format(Locale.ROOT, "%s: expected at most %d bytes", what, maxBytes));
  }
}
