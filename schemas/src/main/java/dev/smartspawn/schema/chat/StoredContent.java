package dev.smartspawn.schema.chat;

import dev.smartspawn.schema.attachment.AttachmentBytes;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.attachment.AttachmentMissingException;
import dev.smartspawn.schema.media.MediaContent;
import dev.smartspawn.schema.media.MediaType;
import dev.smartspawn.schema.media.PdfTokens;
import dev.smartspawn.schema.media.UnusableMediaException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out what the attachments of one request are. Texts are read, because they become part of
 * the prompt. Of images and documents, only what is needed to plan and to reserve is kept.
 */
public final class StoredContent {

  private final AttachmentBytes attachments;
  private final ContentSizes sizes = new ContentSizes();

  public StoredContent(AttachmentBytes attachments) {
    this.attachments = attachments;
  }

  /**
   * @throws AttachmentMissingException if an attachment is not wholly there
   * @throws UnusableMediaException if one is not what it is given as, or they are too large
   */
  public List<ContentPart.Image> images(List<ContentPart.Image> images)
      throws AttachmentMissingException, UnusableMediaException {
    List<ContentPart.Image> read = new ArrayList<>();
    for (ContentPart.Image image : images) {
      read.add(image(image));
    }
    return read;
  }

  /**
   * @throws AttachmentMissingException if an attachment is not wholly there
   * @throws UnusableMediaException if one is not what it is given as, or they are too large
   */
  public List<ContentPart.File> files(List<ContentPart.File> files)
      throws AttachmentMissingException, UnusableMediaException {
    List<ContentPart.File> read = new ArrayList<>();
    for (ContentPart.File file : files) {
      read.add(file(file));
    }
    return read;
  }

  /**
   * @throws AttachmentMissingException if an attachment is not wholly there
   * @throws UnusableMediaException if one is not what it is given as, or they are too large
   */
  public List<ChatMessage> messages(List<ChatMessage> messages)
      throws AttachmentMissingException, UnusableMediaException {
    List<ChatMessage> read = new ArrayList<>();
    for (ChatMessage message : messages) {
      List<ContentPart> parts = new ArrayList<>();
      for (ContentPart part : message.parts()) {
        if (part instanceof ContentPart.Image image) {
          parts.add(image(image));
        } else if (part instanceof ContentPart.File file) {
          parts.add(file(file));
        } else {
          parts.add(part);
        }
      }
      read.add(new ChatMessage(message.role(), parts));
    }
    return read;
  }

  private ContentPart.Image image(ContentPart.Image image)
      throws AttachmentMissingException, UnusableMediaException {
    return new ContentPart.Image(source(image.source(), MediaContent::ofImage), image.detail());
  }

  private ContentPart.File file(ContentPart.File file)
      throws AttachmentMissingException, UnusableMediaException {
    return new ContentPart.File(file.name(), source(file.source(), MediaContent::ofFile));
  }

  private ContentSource source(ContentSource source, MediaContent.Telling telling)
      throws AttachmentMissingException, UnusableMediaException {
    if (source instanceof ContentSource.Inline inline) {
      sizes.add(inline.type(), inline.length());
    }
    return source instanceof ContentSource.Stored stored
        ? attachments.read(stored.id(), bytes -> inspected(stored.id(), bytes, telling))
        : source;
  }

  private ContentSource inspected(AttachmentId id, byte[] bytes, MediaContent.Telling telling)
      throws UnusableMediaException {
    MediaContent content;
    try {
      content = telling.of(bytes);
      sizes.add(content.type(), bytes.length);
    } catch (UnusableMediaException e) {
      throw new UnusableMediaException("%s %s".formatted(id, e.getMessage()));
    }
    if (content.type() == MediaType.TEXT) {
      return ContentSource.Inline.of(content, bytes);
    }
    long tokens = content.type() == MediaType.PDF ? PdfTokens.atMost(bytes) : 0;
    return new ContentSource.Inspected(id, content.type(), content.size(), tokens);
  }
}
