package dev.smartspawn.schema.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.media.MediaType;
import dev.smartspawn.schema.media.SampleImages;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnRequestReading;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentReadingTest {

  private static final String EXPECTED_IMAGE =
      "a data URL in base64, an https address or attachment:sha256: and 64 hexadecimal digits";
  private static final AttachmentId STORED = AttachmentId.of(new byte[9]);

  private static String dataUrl(String label, byte[] bytes) {
    return "data:" + label + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }

  private static ObjectNode withImage(String url) {
    ObjectNode request = Json.MAPPER.createObjectNode().put("task", "What is it?");
    request.putArray("images").add(url);
    return request;
  }

  private static ObjectNode withFile(String name, String field, String value) {
    ObjectNode request = Json.MAPPER.createObjectNode().put("task", "Sum it up.");
    request.putArray("files").addObject().put("name", name).put(field, value);
    return request;
  }

  private static SpawnRequest reread(SpawnRequest request) throws JsonProcessingException {
    return SpawnRequest.of(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(request)));
  }

  @Test
  void typeOfAnImageIsInItsBytesNotInItsLabel() {
    SpawnRequest request =
        SpawnRequest.of(withImage(dataUrl("image/png", SampleImages.gif(30, 20))));

    ContentSource.Inline image = (ContentSource.Inline) request.images().get(0).source();
    assertThat(image.type()).isEqualTo(MediaType.GIF);
    assertThat(image.url()).startsWith("data:image/gif;base64,");
    assertThat(image.length()).isEqualTo(SampleImages.gif(30, 20).length);
    assertThat(image.bytes()).isEqualTo(SampleImages.gif(30, 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DATA:IMAGE/GIF;BASE64,%s", "data:image/gif;charset=utf-8;base64,%s"})
  void dataUrlsOfUsualEncodersAreRead(String form) {
    byte[] bytes = SampleImages.joined(SampleImages.gif(30, 20), new byte[] {-1, -2, -5, 0});
    String lines = Base64.getMimeEncoder(16, new byte[] {'\r', '\n'}).encodeToString(bytes);
    String address = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

    for (String base64 : List.of(lines, lines + "\n", " " + lines, address)) {
      SpawnRequest request = SpawnRequest.of(withImage(form.formatted(base64)));

      assertThat(((ContentSource.Inline) request.images().get(0).source()).bytes())
          .isEqualTo(bytes);
    }
  }

  @Test
  void storesOfFilesMayHaveAnUnderscoreInTheirNames() {
    String address = "https://my_bucket.s3.amazonaws.com:443/a.png";

    assertThat(SpawnRequest.of(withImage(address)).images().get(0).url()).isEqualTo(address);
  }

  @Test
  void requestWithEveryFormIsTheSameAfterItsTopic() throws JsonProcessingException {
    ObjectNode json = withImage(dataUrl("image/jpeg", SampleImages.jpeg(30, 20)));
    json.withArray("images").add("https://example.com/a.png").add(STORED.value());
    json.withArray("images").addObject().put("url", "https://example.com/b.png");
    ArrayNode files = json.putArray("files");
    files.addObject().put("name", "a.pdf").put("data", dataUrl("x/y", SampleImages.pdf()));
    files.addObject().put("name", "b.html").put("text", "<html>Grüße</html>");
    files.addObject().put("name", "c.pdf").put("data", STORED.value());

    SpawnRequest request = SpawnRequest.of(json);

    assertThat(request.media()).hasSize(7);
    assertThat(request.files().get(1).text()).isEqualTo("<html>Grüße</html>");
    assertThat(reread(request)).isEqualTo(request);
  }

  @Test
  void messagesCarryPartsAsTheChatApisWriteThem() throws JsonProcessingException {
    ObjectNode json = Json.MAPPER.createObjectNode();
    ArrayNode content =
        json.putArray("messages").addObject().put("role", "user").putArray("content");
    content.addObject().put("type", "text").put("text", "What is it?");
    content
        .addObject()
        .put("type", "image_url")
        .putObject("image_url")
        .put("url", dataUrl("image/png", SampleImages.png(30, 20)))
        .put("detail", "low");
    content
        .addObject()
        .put("type", "file")
        .putObject("file")
        .put("filename", "docs/a.pdf")
        .put("file_data", dataUrl("application/pdf", SampleImages.pdf()));
    content.addObject().put("type", "text").put("text", "Be brief.");

    SpawnRequest request = SpawnRequest.of(json);

    assertThat(request.asked()).isEqualTo("What is it?\nBe brief.");
    assertThat(request.messages().get(0).parts()).hasSize(4);
    assertThat(request.media().get(1)).extracting("name").isEqualTo("a.pdf");
    assertThat(reread(request)).isEqualTo(request);
    assertThat(Json.MAPPER.valueToTree(request).at("/messages/0/content/1/image_url/url").asText())
        .startsWith("data:image/png;base64,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data:image/png,abc|is not a data URL in base64: expected",
        "data:image/png;base64,a*b|is not base64: expected",
        "http://example.com/a.png|is not an address of the open web: expected",
        "ftp://example.com/a.png|is not an address of the open web: expected",
        "/etc/passwd|is not an address of the open web: expected",
        "attachment:sha256:00|is not an attachment's id: expected",
      })
  void mistakeSaysWhatAnImageMayBe(String url, String mistake) {
    String expected =
        url.startsWith("attachment:")
            ? "attachment:sha256: and 64 hexadecimal digits"
            : EXPECTED_IMAGE;

    assertThat(SpawnRequestReading.of(withImage(url)).mistakes())
        .containsExactly("'images[0]' " + mistake + " " + expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/a.png",
        "https://[::1]/a.png",
        "https://2130706433/a.png",
        "https://0x7f.0.0.1/a.png",
        "https://localhost/a.png",
        "https://db.internal/a.png",
        "https://user:secret@example.com/a.png",
        "https://user@my_bucket.example.com/a.png",
        "https://my_bucket.internal/a.png",
        "https://my_host/a.png",
        "https://example.com/a b.png",
      })
  void addressInsideANetworkIsRefused(String url) {
    assertThat(SpawnRequestReading.of(withImage(url)).mistakes())
        .containsExactly(
            "'images[0]' is not an address of the open web: expected " + EXPECTED_IMAGE);
  }

  @Test
  void drawingWithScriptIsNotAnImage() {
    byte[] svg = "<svg><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8);

    assertThat(SpawnRequestReading.of(withImage(dataUrl("image/svg+xml", svg))).mistakes())
        .containsExactly(
            "'images[0]' has a web page or a drawing: expected a PNG, JPEG, WebP or GIF image");
    assertThat(
            SpawnRequestReading.of(withFile("a.svg", "data", dataUrl("image/svg+xml", svg)))
                .mistakes())
        .containsExactly(
            "'files[0].data' has a web page or a drawing: expected a PDF or a plain text;"
                + " give its source as 'text' in 'files'");
  }

  @Test
  void imageAmongFilesAndDocumentAmongImagesAreRefused() {
    assertThat(
            SpawnRequestReading.of(
                    withFile("a.pdf", "data", dataUrl("application/pdf", SampleImages.png(1, 1))))
                .mistakes())
        .containsExactly("'files[0].data' has a PNG image: expected it among the images");
    assertThat(
            SpawnRequestReading.of(withImage(dataUrl("image/png", SampleImages.pdf()))).mistakes())
        .containsExactly("'images[0]' has a PDF document: expected a PNG, JPEG, WebP or GIF image");
  }

  @Test
  void largeContentIsRefused() {
    byte[] large = SampleImages.joined(SampleImages.png(1, 1), new byte[15 << 20]);
    ObjectNode two = withImage(dataUrl("image/png", large));
    two.withArray("images").add(dataUrl("image/png", large));

    assertThat(SpawnRequestReading.of(two).mistakes())
        .containsExactly(
            "'images[1]' makes the images and files too large: expected at most 20 MB together");
    assertThat(
            SpawnRequestReading.of(withImage("data:image/png;base64," + "A".repeat(100 << 20)))
                .mistakes())
        .containsExactly(
            "'images[0]' makes the images and files too large: expected at most 20 MB together");
    assertThat(SpawnRequestReading.of(withFile("a.txt", "text", "x".repeat(3 << 20))).mistakes())
        .containsExactly(
            "'files[0].text' makes the text files 3,145,728 bytes long: expected at most 2,097,152");
  }

  @Test
  void manyPartsAreOneMistake() {
    ObjectNode json = withImage("https://example.com/a.png");
    for (int i = 0; i < 9_999; i++) {
      json.withArray("images").add("https://example.com/a.png");
    }
    assertThat(SpawnRequestReading.of(json).mistakes())
        .containsExactly("'images' has 10,000 elements: expected at most 100");

    ObjectNode messages = Json.MAPPER.createObjectNode();
    ArrayNode list = messages.putArray("messages");
    for (int i = 0; i < 5; i++) {
      ArrayNode content = list.addObject().put("role", "user").putArray("content");
      content.addObject().put("type", "text").put("text", "t");
      for (int j = 0; j < 50; j++) {
        content
            .addObject()
            .put("type", "image_url")
            .putObject("image_url")
            .put("url", "https://example.com/a.png");
      }
    }
    assertThat(SpawnRequestReading.of(messages).mistakes())
        .containsExactly(
            "'messages[2].content[1].image_url.url' is one image or file too many: expected at most 100");
  }

  @Test
  void mistakesOfTheFormNameTheField() {
    assertThat(
            List.of(
                SpawnRequestReading.of(withFile("..", "text", "x")).mistakes(),
                SpawnRequestReading.of(withFile("a.pdf", "dta", "x")).mistakes(),
                SpawnRequestReading.of(withFile("a.pdf", "data", "https://example.com/a.pdf"))
                    .mistakes()))
        .containsExactly(
            List.of(
                "'files[0].name' is \"..\": expected a name of a file without '..' folders, of at most 200 bytes"),
            List.of(
                "unknown field 'files[0].dta': did you mean 'files[0].data'?",
                "'files[0].data' is missing: expected a data URL in base64 or"
                    + " attachment:sha256: and 64 hexadecimal digits"),
            List.of(
                "'files[0].data' is not a data URL in base64: expected a data URL in base64 or"
                    + " attachment:sha256: and 64 hexadecimal digits"));
  }

  @Test
  void onlyTheUserShowsImagesAndSaysWhatToDo() throws JsonProcessingException {
    String parts = "[{'type':'image_url','image_url':{'url':'https://example.com/a.png'}}]";
    String json =
        "{'messages':[{'role':'system','content':" + parts + "},{'role':'user','content':'u'}]}";

    assertThat(SpawnRequestReading.of(Json.MAPPER.readTree(json.replace('\'', '"'))).mistakes())
        .containsExactly(
            "'messages[0].content' has images or files: expected them in messages of the user");
    json = "{'messages':[{'role':'user','content':" + parts + "}]}";
    assertThat(SpawnRequestReading.of(Json.MAPPER.readTree(json.replace('\'', '"'))).mistakes())
        .containsExactly(
            "'messages[0].content' has images or files and no text: expected a text that says what to do");
  }
}
