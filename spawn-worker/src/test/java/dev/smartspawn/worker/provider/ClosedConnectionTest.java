package dev.smartspawn.worker.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.prompt.Prompt;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Against a server that promises to keep each connection and closes it right after the answer, as
 * llama.cpp's does after a stream.
 */
class ClosedConnectionTest {

  private static final int CALLS = 30;
  private static final String EVENTS =
      """
      data: {"choices":[{"index":0,"finish_reason":null,"delta":{"content":"2, 3, 5"}}]}

      data: {"choices":[{"index":0,"finish_reason":"stop","delta":{}}]}

      data: [DONE]

      """;
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n"
          + "Keep-Alive: timeout=5, max=100\r\n\r\n"
          + "%x\r\n%s\r\n0\r\n\r\n".formatted(EVENTS.length(), EVENTS);

  private final ServerSocket server;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();

  ClosedConnectionTest() throws IOException {
    server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::answerEach, "closes-after-each");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void callsOneRightAfterTheOtherAreAllAnswered() {
    Provider provider =
        Provider.openRouter(URI.create(address() + "/v1"), Optional.of("sk-key"), "KEY");
    ModelRoute route = new ModelRoute(provider, CanonicalId.of("maker/model"), "model");

    try (HttpChatApi api = new HttpChatApi(List.of(), Clock.systemUTC())) {
      for (int i = 0; i < CALLS; i++) {
        assertThat(
                api.complete(
                    new ModelCall(
                        route,
                        Prompt.of("be brief", "Name three primes."),
                        99,
                        Prompt.Reply.TEXT,
                        Duration.ofSeconds(5),
                        new RequestId("from-a-test"),
                        close -> () -> {})))
            .isInstanceOf(Answered.class);
      }
    }

    assertThat(heads).hasSize(CALLS);
    assertThat(heads.get(0).toLowerCase(Locale.ROOT)).doesNotContain("connection: close");
    assertThat(heads.subList(2, CALLS))
        .allSatisfy(
            head -> assertThat(head.toLowerCase(Locale.ROOT)).contains("\r\nconnection: close"));
  }

  /** Where connections are kept, nothing goes out on one that is closed, however short its rest. */
  @Test
  void requestIsNotSentOnAClosedConnection() throws Exception {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(new ConnectionCheck())
            .build();
    Request request =
        new Request.Builder().url(address()).post(RequestBody.create(new byte[] {1})).build();

    for (int i = 1; i <= CALLS; i++) {
      try (Response response = client.newCall(request).execute()) {
        assertThat(response.body().string()).isEqualTo(EVENTS);
      }
      assertThat(closed.poll(10, TimeUnit.SECONDS)).isEqualTo(i);

      assertThatThrownBy(() -> client.newCall(request).execute())
          .isInstanceOf(ConnectionCheck.ClosedConnectionException.class);
      assertThat(heads).hasSize(i);
    }
    client.connectionPool().evictAll();
  }

  private String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private void answerEach() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        String head = headOf(socket.getInputStream());
        if (!head.isEmpty()) {
          heads.add(head);
          socket.getOutputStream().write(ANSWER.getBytes(StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        continue; // the client or the test has gone
      }
      closed.add(heads.size());
    }
  }

  /** Reads the body, too: a socket closed with unread bytes is reset. */
  private static String headOf(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.append((char) next);
      if (head.indexOf("\r\n\r\n") >= 0) {
        in.readNBytes(lengthIn(head.toString().toLowerCase(Locale.ROOT)));
        return head.toString();
      }
    }
    return "";
  }

  private static int lengthIn(String head) {
    String name = "content-length: ";
    int start = head.indexOf(name) + name.length();
    return Integer.parseInt(head.substring(start, head.indexOf('\r', start)));
  }
}
