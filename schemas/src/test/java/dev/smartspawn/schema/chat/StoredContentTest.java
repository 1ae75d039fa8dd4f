package dev.smartspawn.schema.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.attachment.AttachmentBytes;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.attachment.AttachmentMissingException;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.media.ImageSize;
import dev.smartspawn.schema.media.MediaType;
import dev.smartspawn.schema.media.PdfTokens;
import dev.smartspawn.schema.media.SampleImages;
import dev.smartspawn.schema.media.UnusableMediaException;
import dev.smartspawn.schema.spawn.SpawnRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredContentTest {

  private static final byte[] IMAGE = SampleImages.png(640, 480);
  private static final byte[] TEXT = SampleImages.bytes("Two is prime.");

  private final Map<AttachmentId, byte[]> stored = new HashMap<>();
  private final AttachmentBytes attachments =
      new AttachmentBytes() {
        @Override
        public <T> T read(AttachmentId id, Use<T> use)
            throws AttachmentMissingException, UnusableMediaException {
          byte[] bytes = stored.get(id);
          if (bytes == null) {
            throw new AttachmentMissingException(id, "nothing is there");
          }
          return use.of(bytes);
        }
      };

  private String keep(byte[] bytes) {
    AttachmentId id = AttachmentId.of(bytes);
    stored.put(id, bytes);
    return id.value();
  }

  private static ObjectNode request() {
    return Json.MAPPER.createObjectNode().put("task", "t");
  }

  private static ObjectNode withImage(String url) {
    ObjectNode request = request();
    request.putArray("images").add(url);
    return request;
  }

  private static ObjectNode withFile(String data) {
    ObjectNode request = request();
    request.putArray("files").addObject().put("name", "a").put("data", data);
    return request;
  }

  private SpawnRequest resolved(ObjectNode request)
      throws AttachmentMissingException, UnusableMediaException {
    return SpawnRequest.of(request).resolved(attachments);
  }

  @Test
  void imageIsKnownByItsSizeAndStaysWhereItIs() throws Exception {
    ContentSource image = resolved(withImage(keep(IMAGE))).images().get(0).source();

    assertThat(image)
        .isEqualTo(
            new ContentSource.Inspected(
                AttachmentId.of(IMAGE), MediaType.PNG, new ImageSize(640, 480), 0));
    assertThat(image.url()).isEqualTo(AttachmentId.of(IMAGE).value());
  }

  @Test
  void documentIsKnownByItsTokens() throws Exception {
    assertThat(resolved(withFile(keep(SampleImages.pdf()))).files().get(0).source())
        .isInstanceOfSatisfying(
            ContentSource.Inspected.class,
            document -> assertThat(document.tokens()).isEqualTo(PdfTokens.PER_PAGE));
  }

  @Test
  void textIsReadIntoTheRequest() throws Exception {
    assertThat(resolved(withFile(keep(TEXT))).files().get(0).text()).isEqualTo("Two is prime.");
  }

  @Test
  void conversationsFilesAreFoundToo() throws Exception {
    String id = keep(IMAGE);
    ObjectNode request = Json.MAPPER.createObjectNode();
    ArrayNode content =
        request.putArray("messages").addObject().put("role", "user").putArray("content");
    content.addObject().put("type", "text").put("text", "What is it?");
    content.addObject().put("type", "image_url").putObject("image_url").put("url", id);

    assertThat(resolved(request).media().get(0))
        .isInstanceOfSatisfying(
            ContentPart.Image.class,
            image -> assertThat(image.source()).isInstanceOf(ContentSource.Inspected.class));
  }

  @Test
  void attachmentIsWhatItIsGivenAs() {
    String image = keep(IMAGE);
    String text = keep(TEXT);
    String zip = keep(SampleImages.bytes("PK\u0003\u0004"));

    assertThatThrownBy(() -> resolved(withFile(image)))
        .hasMessage(image + " has a PNG image: expected it among the images");
    assertThatThrownBy(() -> resolved(withImage(text)))
        .hasMessage(text + " has a text: expected a PNG, JPEG, WebP or GIF image");
    assertThatThrownBy(() -> resolved(withImage(zip)))
        .hasMessageStartingWith(zip + " is a ZIP archive: expected");
  }

  @Test
  void limitsOfARequestHoldForItsAttachments() {
    byte[] large = SampleImages.joined(IMAGE, new byte[8 << 20]);
    ObjectNode images = withImage(keep(large));
    images.withArray("images").add(keep(large)).add(keep(large));
    byte[] text = SampleImages.bytes("a".repeat(1_500_000));
    ObjectNode files = withFile(keep(text));
    files.withArray("files").addObject().put("name", "b").put("data", keep(text));

    assertThatThrownBy(() -> resolved(images))
        .hasMessageEndingWith(
            "makes the images and files too large: expected at most 20 MB together");
    assertThatThrownBy(() -> resolved(files))
        .hasMessageEndingWith(
            "makes the text files 3,000,000 bytes long: expected at most 2,097,152");
  }
}
