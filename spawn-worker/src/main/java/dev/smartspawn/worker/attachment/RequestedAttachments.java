package dev.smartspawn.worker.attachment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the attachments that a request names, wherever it names them. */
final class RequestedAttachments {

  private static final byte[] SCHEME = AttachmentId.SCHEME.getBytes(StandardCharsets.US_ASCII);

  private RequestedAttachments() {}

  /** A record that is not JSON names none: it becomes a dead letter. */
  static Set<AttachmentId> in(byte @Nullable [] request) {
    if (request == null || !mayName(request)) {
      return Set.of();
    }
    try {
      Set<AttachmentId> found = new HashSet<>();
      collect(Json.MAPPER.readTree(request), found);
      return found;
    } catch (IOException e) {
      return Set.of();
    }
  }

  private static void collect(JsonNode json, Set<AttachmentId> found) {
    if (json.isTextual()) {
      AttachmentId.find(json.textValue()).ifPresent(found::add);
    } else {
      json.forEach(child -> collect(child, found));
    }
  }

  /** Most requests need not be parsed for this. An escaped letter may be one of the scheme's. */
  private static boolean mayName(byte[] request) {
    for (int i = 0; i + SCHEME.length <= request.length; i++) {
      if ((request[i] == '\\' && request[i + 1] == 'u') || startsAt(request, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsAt(byte[] request, int start) {
    for (int i = 0; i < SCHEME.length; i++) {
      if (request[start + i] != SCHEME[i]) {
        return false;
      }
    }
    return true;
  }
}
