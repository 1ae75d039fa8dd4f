package dev.smartspawn.query.attachment;

import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.chat.ContentPart;
import dev.smartspawn.schema.chat.ContentSizes;
import dev.smartspawn.schema.chat.ContentSource;
import dev.smartspawn.schema.media.MediaContent;
import dev.smartspawn.schema.media.UnusableMediaException;
import dev.smartspawn.schema.spawn.SpawnRequest;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks the files that were taken out of a request's body, before any of them is kept. */
public final class RequestedFiles {

  /** Several files may be checked at once, but only one of them is in memory as a whole. */
  private static final Object JOINING = new Object();

  private final Map<AttachmentId, BodyFiles.FoundFile> found = new HashMap<>();
  private final Map<AttachmentId, Attachment> named = new LinkedHashMap<>();
  private final ContentSizes sizes = new ContentSizes();

  private RequestedFiles(BodyFiles body) {
    body.files().forEach(file -> found.put(file.attachment().id(), file));
  }

  /**
   * @param body that the request was read from
   * @return the files that the request names, each once
   * @throws Refusal if a file is not what the request gives it as, or they are too large
   */
  public static List<Attachment> of(SpawnRequest request, BodyFiles body) {
    RequestedFiles files = new RequestedFiles(body);
    request.media().forEach(files::check);
    return List.copyOf(files.named.values());
  }

  private void check(ContentPart part) {
    if (part instanceof ContentPart.Image image) {
      check(image.source(), MediaContent::ofImage);
    } else if (part instanceof ContentPart.File file) {
      check(file.source(), MediaContent::ofFile);
    }
  }

  private void check(ContentSource source, MediaContent.Telling telling) {
    String field = "files";
    try {
      if (source instanceof ContentSource.Inline inline) {
        sizes.add(inline.type(), inline.length());
      } else if (source instanceof ContentSource.Stored stored && found.containsKey(stored.id())) {
        BodyFiles.FoundFile file = found.get(stored.id());
        field = file.field();
        MediaContent content = content(file.attachment(), telling);
        sizes.add(content.type(), file.attachment().bytes());
        named.put(stored.id(), file.attachment());
      }
    } catch (UnusableMediaException e) {
      throw new Refusal(
          StatusCodes.BAD_REQUEST,
          "invalid_request",
          "'%s' %s".formatted(field, String.valueOf(e.getMessage())));
    }
  }

  private static MediaContent content(Attachment file, MediaContent.Telling telling)
      throws UnusableMediaException {
    if (file.pieces().size() == 1) {
      return telling.of(file.pieces().get(0));
    }
    synchronized (JOINING) {
      ByteBuffer joined = ByteBuffer.allocate((int) file.bytes());
      file.pieces().forEach(joined::put);
      return telling.of(joined.array());
    }
  }
}
