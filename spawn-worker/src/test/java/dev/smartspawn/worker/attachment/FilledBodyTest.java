package dev.smartspawn.worker.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.attachment.AttachmentId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilledBodyTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 49_151, 49_152, 49_153, 200_000})
  void fileIsSentAsOneBase64AndThenLetGo(int length) throws IOException {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    byte[] json = ascii("{\"url\":\"?\"}");
    AtomicInteger released = new AtomicInteger();
    FilledBody body =
        new FilledBody(
            List.of(
                FilledBody.Segment.Text.of(json, 0, 8),
                new FilledBody.Segment.File("data:image/png;base64,", ByteBuffer.wrap(content)),
                FilledBody.Segment.Text.of(json, 9, json.length)),
            released::incrementAndGet);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    long announced = body.length();
    body.writeTo(out);

    assertThat(out.toString(StandardCharsets.US_ASCII))
        .isEqualTo(
            "{\"url\":\"data:image/png;base64,%s\"}"
                .formatted(Base64.getEncoder().encodeToString(content)));
    assertThat(announced).isEqualTo(out.size());
    assertThat(released).hasPositiveValue();
  }

  @Test
  void idsAreFoundInFieldsOfFilesOnly() {
    AttachmentId id = AttachmentId.of(new byte[1]);
    String text = "\\\"url\\\":\\\"%s\\\"".formatted(id);
    byte[] json =
        ascii(
            "{\"content\":\"%s\",\"text\":\"%s\",\"image_url\":{\"url\":\"%s\"},\"file\":{\"file_data\":\"%s\"},\"url\":\"%sx\"}"
                .formatted(text, id, id, id, id));

    List<String> found = new ArrayList<>();
    for (StoredIds.Place place : StoredIds.in(json)) {
      found.add(
          new String(json, place.from(), place.to() - place.from(), StandardCharsets.US_ASCII));
    }

    assertThat(found).containsExactly(id.value(), id.value());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
