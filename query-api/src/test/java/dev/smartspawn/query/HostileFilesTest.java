package dev.smartspawn.query;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.lifecycle.Readiness;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that no model may get are refused before anything is kept: no spawn is submitted here. */
class HostileFilesTest {

  private static final String PNG =
      "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR%s\b\u0002\u0000\u0000\u0000";
  private static final String SMALL = "\u0000\u0000\u0001\u0000\u0000\u0000\u0001\u0000";
  private static final String HUGE = "\u0000\u0000\u00ff\u0000\u0000\u0000\u00ff\u0000";

  private final ApiUnderTest api =
      new ApiUnderTest(
          () -> SampleModel.view(SampleModel.model("a/coder").build()),
          ApiUnderTest.REFRESHES,
          () -> Readiness.READY);

  @AfterEach
  void close() {
    api.close();
  }

  /** Small ones stay in the body, large ones are taken out of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image/png     | zip   | is a ZIP archive: expected a PNG",
        "image/png     | bomb  | declares 65,280 x 65,280 pixels: expected at most 100,000,000",
        "image/png     | pdf   | is a PNG image and a PDF document at once",
        "image/png     | php   | is a PNG image and a page with markup at once",
        "image/png     | jar   | is a PNG image and a ZIP archive at once",
        "image/svg+xml | svg   | has a web page or a drawing: expected a PNG",
        "image/png     | text  | has a text: expected a PNG",
        "image/png     | noise | is of an unknown type: expected a PNG",
      })
  void imageThatIsNotOneIsRefused(String label, String kind, String message) {
    for (int filling : new int[] {10, 60_000, 2_000_000}) {
      ObjectNode request = Json.MAPPER.createObjectNode().put("task", "What is it?");
      request.putArray("images").add(url(label, content(kind, filling)));

      assertRefused(request, message);
    }
  }

  @Test
  void fileThatIsNotOneIsRefused() {
    for (int filling : new int[] {10, 60_000, 2_000_000}) {
      assertRefused(
          withFile("a.pdf", url("application/pdf", content("zip", filling))), "is a ZIP archive");
      assertRefused(
          withFile("a.pdf", url("application/pdf", content("svg", filling))),
          "has a web page or a drawing: expected a PDF or a plain text");
      assertRefused(
          withFile("a.pdf", url("application/pdf", content("image", filling))),
          "has a PNG image: expected it among the images");
      assertRefused(
          withFile("../../etc/passwd", url("text/plain", content("text", filling))),
          "expected a name of a file without '..' folders");
    }
    assertRefused(
        withFile("a.txt", url("text/plain", content("text", 3_000_000))),
        "makes the text files 3,000,012 bytes long");
  }

  @Test
  void thousandsOfPartsAreRefused() {
    ObjectNode request = Json.MAPPER.createObjectNode().put("task", "What is it?");
    ArrayNode images = request.putArray("images");
    for (int i = 0; i < 10_000; i++) {
      images.add("https://example.com/a.png");
    }
    images.add(url("image/png", content("image", 60_000)));

    assertRefused(request, "'images' has 10,001 elements: expected at most 100");
  }

  private void assertRefused(ObjectNode request, String message) {
    HttpResponse<String> answer =
        api.post("/spawns", request.toString(), "Content-Type", "application/json");

    assertThat(answer.body()).contains(message);
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  private static ObjectNode withFile(String name, String data) {
    ObjectNode request = Json.MAPPER.createObjectNode().put("task", "Sum it up.");
    request.putArray("files").addObject().put("name", name).put("data", data);
    return request;
  }

  private static byte[] content(String kind, int filling) {
    String zeros = "\u0000".repeat(filling);
    String content =
        switch (kind) {
          case "zip" -> "PK\u0003\u0004" + zeros;
          case "bomb" -> PNG.formatted(HUGE) + zeros;
          case "pdf" -> PNG.formatted(SMALL) + zeros + "%PDF-1.7\n";
          case "php" -> PNG.formatted(SMALL) + zeros + "<?php system($_GET['x']); ?>";
          case "jar" -> PNG.formatted(SMALL) + zeros + "PK\u0005\u0006" + "\u0000".repeat(18);
          case "svg" ->
              "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                  + " ".repeat(filling);
          case "text" -> "Only a text." + " ".repeat(filling);
          case "image" -> PNG.formatted(SMALL) + zeros;
          default -> {
            byte[] noise = new byte[filling];
            new Random(filling).nextBytes(noise);
            noise[0] = 1;
            yield new String(noise, ISO_8859_1);
          }
        };
    return content.getBytes(ISO_8859_1);
  }

  private static String url(String label, byte[] content) {
    return "data:%s;base64,%s".formatted(label, Base64.getEncoder().encodeToString(content));
  }
}
