package dev.smartspawn.query;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.lifecycle.Readiness;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies with large files are taken piece by piece; what is too large is refused. */
class LargeBodyTest {

  private static final int MIB = 1024 * 1024;

  private final ApiUnderTest api =
      new ApiUnderTest(
          () -> SampleModel.view(SampleModel.model("a/coder").build()),
          ApiUnderTest.REFRESHES,
          () -> Readiness.READY);

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void filesOfAHundredMegabytesAreTooLarge() {
    assertThat(raw(100 * MIB)).contains("413").contains("body_too_large");
  }

  @Test
  void filesOfMoreThanTheirLimitAreTooLarge() {
    HttpResponse<String> answer = post(spawn(21 * MIB));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("the files are too large together");
  }

  @Test
  void longTaskIsTooLarge() {
    HttpResponse<String> answer = post("{\"task\":\"" + "a".repeat(5 * MIB) + "\"}");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("the body is too large: expected at most 2097152 bytes");
  }

  @Test
  void fileThatIsNotBase64IsInvalid() {
    HttpResponse<String> answer = post(spawn(3 * MIB).replace("QUJD\"", "QU?\""));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("not base64");
  }

  @Test
  void otherRoutesKeepTheirLimit() {
    HttpResponse<String> answer =
        api.post("/refresh", spawn(3 * MIB), "Content-Type", "application/json");

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void onlyAFewLargeBodiesAreTakenAtOnce() throws IOException {
    String body = spawn(19 * MIB).replace("QUJD\"", "QU?\"");
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 2; i++) {
        slow.add(begun(body));
      }
      Awaitility.await().until(() -> post(body).statusCode() == 503);
      HttpResponse<String> refused = post(body);
      assertThat(refused.body()).contains("too_many_large_bodies");
      assertThat(refused.headers().firstValue("Retry-After")).contains("2");
      assertThat(post("{\"task\":\"\"}").statusCode()).isEqualTo(400);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }

    Awaitility.await().until(() -> post(body).statusCode() == 400);
  }

  /** The first piece is sent, and nothing more. */
  private Socket begun(String body) throws IOException {
    Socket socket = new Socket("127.0.0.1", api.port());
    OutputStream out = socket.getOutputStream();
    out.write((head(body.length()) + body.substring(0, 100_000)).getBytes(US_ASCII));
    out.flush();
    return socket;
  }

  private String raw(int length) {
    return api.raw(head(length) + "{");
  }

  private static String head(int length) {
    return "POST /spawns HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        .formatted(length);
  }

  private HttpResponse<String> post(String body) {
    return api.post("/spawns", body, "Content-Type", "application/json");
  }

  private static String spawn(int fileBytes) {
    return "{\"task\":\"What is it?\",\"images\":[\"data:image/png;base64,%s\"]}"
        .formatted("QUJD".repeat(fileBytes / 3));
  }
}
