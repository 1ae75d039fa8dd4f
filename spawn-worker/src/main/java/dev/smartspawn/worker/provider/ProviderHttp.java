package dev.smartspawn.worker.provider;

import dev.smartspawn.worker.attachment.FilledBody;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request once. Nothing is repeated and no redirect is followed: every call is reserved and
 * recorded, and a key never goes to another host.
 *
 * <p>Connections are kept, except to servers that close each of them after one answer. A request on
 * a kept one is lost if the server closes it in the same moment.
 */
final class ProviderHttp implements AutoCloseable {

  /** Common servers close idle connections after 5 s; a request on a closed one would break. */
  private static final Duration IDLE_CONNECTION = Duration.ofSeconds(3);

  private static final int IDLE_CONNECTIONS = 32;

  /** So many kept connections may turn out to be closed before a call gives up. */
  private static final int MOST_CLOSED = IDLE_CONNECTIONS + 1;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final MediaType JSON = MediaType.get("application/json");

  private final ConnectionCheck check = new ConnectionCheck();
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .connectionPool(
              new ConnectionPool(
                  IDLE_CONNECTIONS, IDLE_CONNECTION.toMillis(), TimeUnit.MILLISECONDS))
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(false)
          .followSslRedirects(false)
          .eventListenerFactory(Sent::of)
          .addNetworkInterceptor(check)
          .build();

  /** Nothing was sent, so nothing can have been worked on. */
  static final class NotSentException extends Exception {
    private static final long serialVersionUID = 1L;

    NotSentException(IOException cause) {
      super(cause);
    }
  }

  /**
   * @param timeout until the whole answer has come
   * @param silence how long an answer that has begun may pause
   * @param read reads the response, which is closed afterwards
   * @param opened is given what closes the call's connection
   * @throws NotSentException when the request provably did not leave
   * @throws IOException when no response came
   */
  <T> T post(
      String url,
      Map<String, String> headers,
      FilledBody body,
      Duration timeout,
      Duration silence,
      Function<Response, T> read,
      Function<Runnable, AutoCloseable> opened)
      throws NotSentException, IOException {
    Sent sent = new Sent(check);
    HttpUrl address = HttpUrl.get(url);
    Request.Builder request =
        new Request.Builder().url(address).post(new OneShot(body)).tag(Sent.class, sent);
    request.header("Accept-Encoding", "gzip"); // The reader unpacks: labels are often wrong.
    headers.forEach(request::header);
    if (check.closesConnections(address)) {
      request.header("Connection", "close");
    }
    Call call =
        client
            .newBuilder()
            .callTimeout(timeout)
            .readTimeout(timeout)
            .build()
            .newCall(request.build());
    return execute(call, sent, silence, read, opened);
  }

  private static <T> T execute(
      Call first,
      Sent sent,
      Duration silence,
      Function<Response, T> read,
      Function<Runnable, AutoCloseable> opened)
      throws NotSentException, IOException {
    Call call = first;
    for (int closed = 1; ; closed++) {
      AutoCloseable registration = opened.apply(call::cancel);
      try (Response response = call.execute()) {
        shorten(response, silence);
        return read.apply(response);
      } catch (ConnectionCheck.ClosedConnectionException e) {
        if (closed == MOST_CLOSED) {
          throw new NotSentException(e);
        }
        call = call.clone();
      } catch (IOException e) {
        if (sent.begun.get()) {
          throw e;
        }
        throw new NotSentException(e);
      } finally {
        close(registration);
      }
    }
  }

  /** Sets how long the rest of an answer may pause. */
  static void shorten(Response response, Duration pause) {
    response.body().source().timeout().timeout(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    ExecutorService executor = client.dispatcher().executorService();
    executor.shutdown();
    client.connectionPool().evictAll();
  }

  private static void close(AutoCloseable registration) {
    try {
      registration.close();
    } catch (Exception e) {
      throw new IllegalStateException("the registration of a call could not be closed", e);
    }
  }

  /** Whether a request has begun to leave. */
  private static final class Sent extends EventListener {

    private final ConnectionCheck check;
    private final AtomicBoolean begun = new AtomicBoolean();

    Sent(ConnectionCheck check) {
      this.check = check;
    }

    static EventListener of(Call call) {
      @Nullable Sent sent = call.request().tag(Sent.class);
      return sent == null ? EventListener.NONE : sent;
    }

    @Override
    public void requestHeadersStart(Call call) {
      begun.set(true);
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
      check.released(connection);
    }
  }

  /** Is not sent a second time, whatever the first attempt came to. */
  private static final class OneShot extends RequestBody {

    private final FilledBody body;

    OneShot(FilledBody body) {
      this.body = body;
    }

    @Override
    public MediaType contentType() {
      return JSON;
    }

    @Override
    public long contentLength() {
      return body.length();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink.outputStream());
    }
  }
}
