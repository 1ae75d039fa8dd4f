package dev.smartspawn.schema.chat;

import dev.smartspawn.schema.attachment.AttachmentBytes;
import dev.smartspawn.schema.attachment.AttachmentMissingException;
import dev.smartspawn.schema.media.UnusableMediaException;
import java.util.ArrayList;
import java.util.List;

/** Puts the bytes of attachments in place of their ids. */
public final class StoredContent {

  private final AttachmentBytes attachments;

  public StoredContent(AttachmentBytes attachments) {
    this.attachments = attachments;
  }

  /**
   * @throws AttachmentMissingException if an attachment is not wholly there
   * @throws UnusableMediaException if one is not what it is given as
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
   * @throws UnusableMediaException if one is not what it is given as
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
   * @throws UnusableMediaException if one is not what it is given as
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
    if (!(image.source() instanceof ContentSource.Stored stored)) {
      return image;
    }
    ContentSource.Inline read = ContentSource.Inline.of(attachments.read(stored.id()));
    if (!read.type().isImage()) {
      throw new UnusableMediaException(
          "%s is %s: expected an image".formatted(stored.id(), read.type().inWords()));
    }
    return new ContentPart.Image(read);
  }

  private ContentPart.File file(ContentPart.File file)
      throws AttachmentMissingException, UnusableMediaException {
    if (!(file.source() instanceof ContentSource.Stored stored)) {
      return file;
    }
    ContentSource.Inline read = ContentSource.Inline.of(attachments.read(stored.id()));
    if (read.type().isImage()) {
      throw new UnusableMediaException(
          "%s is %s: expected it among the images".formatted(stored.id(), read.type().inWords()));
    }
    return new ContentPart.File(file.name(), read);
  }
}
