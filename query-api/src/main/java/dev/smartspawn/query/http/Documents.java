package dev.smartspawn.query.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;

/** What describes the API and the topics, for programs: OpenAPI and AsyncAPI. */
final class Documents {

  private static final String OPEN_API = "/dev/smartspawn/query/openapi.json";
  private static final String ASYNC_API = "/asyncapi.json";

  private Documents() {}

  /** {@code GET /openapi.json}. */
  static Endpoint openApi() {
    return fixed(OPEN_API, Answer.JSON);
  }

  /** {@code GET /asyncapi.json}. */
  static Endpoint asyncApi() {
    return fixed(ASYNC_API, Answer.JSON);
  }

  /**
   * Answers with a file that came with the program.
   *
   * @param resource on the class path
   */
  static Endpoint fixed(String resource, String contentType) {
    byte[] bytes = read(resource);
    Answer answer = Answer.file(contentType, bytes, tag(bytes));
    return question -> {
      question.parameters(Set.of());
      return answer;
    };
  }

  private static String tag(byte[] bytes) {
    return '"' + UUID.nameUUIDFromBytes(bytes).toString() + '"';
  }

  static byte[] read(String resource) {
    try (InputStream in = Documents.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
