package dev.smartspawn.query.http.server;

import dev.smartspawn.query.http.response.ErrorBody;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.response.SafetyHeaders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Gives Undertow's own refusals the error body of this API. A request its parser cannot read
 * ({@code %zz} in the path, no Host) is answered below every handler with a bare 400. This conduit
 * at the end of the connection replaces such a response with a full one and passes everything else
 * on untouched.
 */
final class ErrorBodyConduit extends AbstractStreamSinkConduit<StreamSinkConduit> {

  private static final byte[] BARE = "HTTP/1.1 400 ".getBytes(StandardCharsets.US_ASCII);
  private static final String WITHOUT_BODY = "\r\nContent-Length: 0\r\n";
  private static final String GENERAL_REASON = "Bad Request";
  private static final int LONGEST_BARE_ANSWER = 300;

  private @Nullable ByteBuffer replacement;

  private ErrorBodyConduit(StreamSinkConduit next) {
    super(next);
  }

  static void installOn(StreamConnection connection) {
    ConduitStreamSinkChannel sink = connection.getSinkChannel();
    sink.setConduit(new ErrorBodyConduit(sink.getConduit()));
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return isReplaced(source) ? writeReplacement(source) : next.write(source);
  }

  @Override
  public int writeFinal(ByteBuffer source) throws IOException {
    return isReplaced(source) ? writeReplacement(source) : next.writeFinal(source);
  }

  private boolean isReplaced(ByteBuffer source) {
    if (replacement == null && isBareRefusal(source)) {
      replacement = ByteBuffer.wrap(full(text(source)));
    }
    return replacement != null;
  }

  /** Consumes {@code source} only once its replacement is written, so that the caller retries. */
  private int writeReplacement(ByteBuffer source) throws IOException {
    ByteBuffer rest = replacement;
    if (rest != null && next.write(rest) >= 0 && rest.hasRemaining()) {
      return 0;
    }
    replacement = null;
    int taken = source.remaining();
    source.position(source.limit());
    return taken;
  }

  private static boolean isBareRefusal(ByteBuffer source) {
    if (source.remaining() < BARE.length || source.remaining() > LONGEST_BARE_ANSWER) {
      return false;
    }
    for (int i = 0; i < BARE.length; i++) {
      if (source.get(source.position() + i) != BARE[i]) {
        return false;
      }
    }
    return text(source).contains(WITHOUT_BODY);
  }

  private static byte[] full(String bare) {
    String reason = bare.substring(BARE.length, bare.indexOf('\r'));
    String why =
        reason.equals(GENERAL_REASON)
            ? "expected HTTP/1.1 with one Host, a percent-encoded address and at most %d headers"
                .formatted(HttpServer.MAX_HEADERS)
            : reason;
    byte[] body =
        Response.bytes(ErrorBody.of("malformed_request", "the request cannot be read: " + why));
    String head =
        "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nCache-Control: no-cache\r\n"
            + SafetyHeaders.lines()
            + "Content-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(Response.JSON, body.length);
    return (head + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(ByteBuffer source) {
    return StandardCharsets.ISO_8859_1.decode(source.duplicate()).toString();
  }
}
