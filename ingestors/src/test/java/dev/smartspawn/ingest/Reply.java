package dev.smartspawn.ingest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of a {@link StubHost}. */
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {

  public static Reply json(String body) {
    return new Reply(200, "application/json", body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  public static Reply csv(String body) {
    return new Reply(200, "text/csv", body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  public static Reply bytes(byte[] body) {
    return new Reply(200, "application/octet-stream", body, Map.of());
  }

  public static Reply status(int status) {
    return new Reply(status, "text/plain", new byte[0], Map.of());
  }

  public static Reply redirect(String location) {
    return status(302).with("Location", location);
  }

  public Reply with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Reply(status, contentType, body, all);
  }
}
