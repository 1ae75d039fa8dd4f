package dev.smartspawn.worker.attachment;

import dev.smartspawn.schema.attachment.AttachmentId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the places of a call's body where a file's id stands in place of its data URL. */
final class StoredIds {

  /** Fields as the body is written; in a text, the quotes would be escaped. */
  private static final List<byte[]> BEFORE =
      List.of(ascii("\"url\":\"attachment:"), ascii("\"file_data\":\"attachment:"));

  private static final int ID_LENGTH = AttachmentId.of(new byte[0]).value().length();

  private StoredIds() {}

  /**
   * @param from where the id begins in the body
   * @param to one past its end
   */
  record Place(AttachmentId id, int from, int to) {}

  static List<Place> in(byte[] body) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < body.length; i++) {
      if (body[i] != '"') {
        continue;
      }
      for (byte[] before : BEFORE) {
        int from = i + before.length - AttachmentId.SCHEME.length();
        if (startsAt(body, i, before) && from + ID_LENGTH < body.length) {
          String id = new String(body, from, ID_LENGTH, StandardCharsets.US_ASCII);
          if (body[from + ID_LENGTH] == '"') {
            AttachmentId.find(id)
                .ifPresent(found -> places.add(new Place(found, from, from + ID_LENGTH)));
          }
        }
      }
    }
    return places;
  }

  private static boolean startsAt(byte[] body, int start, byte[] expected) {
    if (start + expected.length > body.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (body[start + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
