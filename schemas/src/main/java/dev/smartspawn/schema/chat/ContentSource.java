package dev.smartspawn.schema.chat;

import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.media.ImageSize;
import dev.smartspawn.schema.media.MediaContent;
import dev.smartspawn.schema.media.MediaType;
import dev.smartspawn.schema.media.UnusableMediaException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where the content of an image or a file is. */
public sealed interface ContentSource {

  /** As the chat APIs write it: a data URL, an https address or an attachment's id. */
  String url();

  /**
   * The content itself.
   *
   * @param size of an image, absent otherwise
   * @param base64 the bytes, with padding and without line ends
   */
  record Inline(MediaType type, @Nullable ImageSize size, String base64) implements ContentSource {

    /**
     * The type is told by the bytes.
     *
     * @throws UnusableMediaException for bytes that no request may carry
     */
    public static Inline of(byte[] bytes) throws UnusableMediaException {
      return of(MediaContent.of(bytes), bytes);
    }

    static Inline of(MediaContent content, byte[] bytes) {
      return new Inline(content.type(), content.size(), Base64.getEncoder().encodeToString(bytes));
    }

    /** The content is a text, whatever it looks like. */
    public static Inline ofText(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Inline(MediaType.TEXT, null, Base64.getEncoder().encodeToString(bytes));
    }

    public byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }

    /** The content of a text file. */
    public String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The number of bytes. */
    public long length() {
      int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
      return base64.length() / 4L * 3 - padding;
    }

    @Override
    public String url() {
      return "data:" + type.label() + ";base64," + base64;
    }

    /** Without the content, which may be long. */
    @Override
    public String toString() {
      return "%s of %,d bytes".formatted(type.inWords(), length());
    }
  }

  /** An https address. The provider reads it; Smart Spawn never does. */
  record Web(URI address) implements ContentSource {

    @Override
    public String url() {
      return address.toString();
    }
  }

  /**
   * Content that is kept in the topic of attachments and was read once.
   *
   * @param size of an image, absent otherwise
   * @param tokens an upper bound for a document; 0 for an image, whose tokens depend on the model
   */
  record Inspected(AttachmentId id, MediaType type, @Nullable ImageSize size, long tokens)
      implements ContentSource {

    @Override
    public String url() {
      return id.value();
    }
  }

  /** Content that is kept in the topic of attachments. */
  record Stored(AttachmentId id) implements ContentSource {

    @Override
    public String url() {
      return id.value();
    }
  }
}
