package dev.smartspawn.ingest.http;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A successful answer, or "not modified" if the request allowed it. */
public final class Answer implements AutoCloseable {

  private static final int PREVIEW_CHARS = 40;
  static final int NOT_MODIFIED = 304;

  private final String server;
  private final Request request;
  private final int status;
  private final HttpHeaders headers;
  private final AnswerBody body;

  /**
   * @param server the source's name, for messages
   * @param request the request as the caller made it, before redirects
   */
  Answer(String server, Request request, int status, HttpHeaders headers, AnswerBody body) {
    this.server = server;
    this.request = request;
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** The source's name. */
  public String server() {
    return server;
  }

  public AnswerBody body() {
    return body;
  }

  public boolean isNotModified() {
    return status == NOT_MODIFIED;
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Frees the body. */
  @Override
  public void close() {
    body.close();
  }

  /** Returns the failure of a reader that cannot use the body. */
  public PullException unexpected(String expected, String came) {
    return new PullException(
        "%s answered %s with %s: expected %s".formatted(server, request, came, expected));
  }

  /** Returns the same failure and quotes the beginning of the body. */
  public PullException unexpected(String expected) {
    return unexpected(expected, describeBody());
  }

  private String describeBody() {
    if (body.length() == 0) {
      return "an empty body";
    }
    String type = header("Content-Type").map(value -> value.split(";", 2)[0]).orElse("no type");
    return "%d bytes of %s beginning \"%s\"".formatted(body.length(), type, preview());
  }

  private String preview() {
    return new String(body.first(PREVIEW_CHARS), StandardCharsets.UTF_8)
        .replaceAll("[\\p{Cntrl}\\uFFFD]", "?")
        .replace('"', '\'');
  }
}
