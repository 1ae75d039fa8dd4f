package dev.smartspawn.query.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.attachment.AttachmentPart;
import dev.smartspawn.schema.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyFilesTest {

  private static final int MAX_TEXT = 2 * 1024 * 1024;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void filesOfRandomRequestsAreTakenOutHoweverTheBodyArrives(long seed) throws IOException {
    Random random = new Random(seed);
    ObjectNode given = Json.MAPPER.createObjectNode();
    ObjectNode expected = Json.MAPPER.createObjectNode();
    List<byte[]> contents = new ArrayList<>();
    String odd = "a \"quoted\" \\ task\nwith data:image/png;base64, and \u00e4\ud83d\ude00 {[,:]}";
    given.put("task", odd);
    expected.put("task", odd);
    ArrayNode images = given.putArray("images");
    ArrayNode expectedImages = expected.putArray("images");
    for (int i = 0; i < 6; i++) {
      byte[] content = bytes(random, random.nextInt(200_000));
      boolean large = url(content).length() > BodyFiles.INLINE_CHARS;
      String stands = large ? AttachmentId.of(content).value() : url(content);
      if (large) {
        contents.add(content);
      }
      if (random.nextBoolean()) {
        images.add(url(content));
        expectedImages.add(stands);
      } else {
        images.addObject().put("url", url(content));
        expectedImages.addObject().put("url", stands);
      }
    }
    given.putArray("files").addObject().put("name", "../data:").put("data", url(new byte[0]));
    expected.putArray("files").addObject().put("name", "../data:").put("data", url(new byte[0]));
    String json = given.toString();
    if (random.nextBoolean()) {
      json = json.replace("/", "\\/").replace("+", "\\u002B");
    }

    BodyFiles body = inPieces(json.getBytes(StandardCharsets.UTF_8), random);

    assertThat(Json.MAPPER.readTree(body.text())).isEqualTo(expected);
    assertThat(body.files().stream().map(file -> content(file.attachment())).toList())
        .usingRecursiveComparison()
        .isEqualTo(contents);
  }

  @Test
  void fileIsDividedIntoItsUsualParts() {
    byte[] content = bytes(new Random(1), 2 * AttachmentPart.USUAL_BYTES + 1);

    Attachment file =
        taken("{\"images\":[\"%s\"]}".formatted(url(content))).files().get(0).attachment();

    assertThat(file.id()).isEqualTo(AttachmentId.of(content));
    assertThat(file.pieces())
        .extracting(piece -> piece.length)
        .containsExactly(AttachmentPart.USUAL_BYTES, AttachmentPart.USUAL_BYTES, 1);
  }

  @Test
  void dataUrlElsewhereIsAText() {
    String url = url(bytes(new Random(2), 100_000));
    for (String json :
        List.of(
            "{\"task\":\"%s\"}",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}", "\"%s\"")) {
      String body = json.formatted(url);

      assertThat(taken(body).files()).isEmpty();
      assertThat(taken(body).text()).asString(StandardCharsets.UTF_8).isEqualTo(body);
    }
  }

  @Test
  void conversationNamesItsFiles() throws IOException {
    byte[] content = bytes(new Random(3), 100_000);
    String json =
        """
        {"messages":[{"role":"user","content":[{"type":"text","text":"What is it?"},
          {"type":"image_url","image_url":{"url":"%s"}},
          {"type":"file","file":{"filename":"a.pdf","file_data":"%s"}}]}]}"""
            .formatted(url(content), url(content));

    BodyFiles body = taken(json);

    assertThat(body.files())
        .extracting(BodyFiles.FoundFile::field)
        .containsExactly("url", "file_data");
    String id = AttachmentId.of(content).value();
    assertThat(Json.MAPPER.readTree(body.text()).at("/messages/0/content/1/image_url/url").asText())
        .isEqualTo(id);
    assertThat(
            Json.MAPPER.readTree(body.text()).at("/messages/0/content/2/file/file_data").asText())
        .isEqualTo(id);
  }

  @Test
  void dataUrlsOfUsualEncodersAreTakenOut() {
    for (int length : new int[] {99_999, 100_000, 100_001}) {
      byte[] content = bytes(new Random(length), length);
      String usual = Base64.getEncoder().encodeToString(content);
      String lines = Base64.getMimeEncoder().encodeToString(content).replace("\r\n", "\\r\\n");
      String address = Base64.getUrlEncoder().withoutPadding().encodeToString(content);
      for (String url :
          List.of(
              "DATA:IMAGE/PNG;BASE64," + usual,
              "data:image/png;base64, " + lines + "\\n",
              "data:image/png;base64," + address)) {
        BodyFiles body = taken("{\"images\":[\"%s\"]}".formatted(url));

        assertThat(content(body.files().get(0).attachment())).isEqualTo(content);
      }
    }
  }

  @Test
  void whatIsNotBase64IsRefused() {
    String url = url(bytes(new Random(4), 100_000));
    for (String broken :
        List.of(
            url.substring(0, url.length() - 1),
            url + "A",
            url.replace('A', '*'),
            url.substring(0, 50_000) + "\\u0000" + url.substring(50_000),
            url.substring(0, 50_000) + "====")) {
      assertThatThrownBy(() -> taken("{\"images\":[\"%s\"]}".formatted(broken)))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("not base64");
    }
  }

  @Test
  void filesBeyondTheirLimitAreRefusedBeforeTheyAreInMemory() {
    String piece = "QUJD".repeat(1024);
    BodyFiles body = new BodyFiles(MAX_TEXT);
    body.take(utf8("{\"images\":[\"data:image/png;base64,"));

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 40_000; i++) {
                body.take(utf8(piece));
              }
            })
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("the files are too large together: expected at most 20971520 bytes");
  }

  @Test
  void textBeyondItsLimitIsRefused() {
    BodyFiles body = new BodyFiles(1000);

    assertThatThrownBy(() -> body.take(utf8("{\"task\":\"" + "a".repeat(2000))))
        .isInstanceOf(Refusal.class)
        .hasMessage("the body is too large: expected at most 1000 bytes");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsNotJsonIsPassedOnAsItIs(long seed) {
    Random random = new Random(seed);
    String alphabet = "{}[]\":,\\uaé1 \ndata:;base64,images";
    for (int run = 0; run < 500; run++) {
      StringBuilder json = new StringBuilder();
      for (int i = 0; i < 300; i++) {
        json.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }

      assertThat(inPieces(utf8(json.toString()), random).files()).isEmpty();
    }
  }

  private static BodyFiles taken(String json) {
    BodyFiles body = new BodyFiles(MAX_TEXT);
    body.take(utf8(json));
    return body;
  }

  private static BodyFiles inPieces(byte[] json, Random random) {
    BodyFiles body = new BodyFiles(MAX_TEXT);
    for (int at = 0; at < json.length; ) {
      int next = Math.min(json.length, at + 1 + random.nextInt(20_000));
      body.take(Arrays.copyOfRange(json, at, next));
      at = next;
    }
    return body;
  }

  private static String url(byte[] content) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(content);
  }

  private static byte[] content(Attachment file) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    file.pieces().forEach(joined::writeBytes);
    return joined.toByteArray();
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
