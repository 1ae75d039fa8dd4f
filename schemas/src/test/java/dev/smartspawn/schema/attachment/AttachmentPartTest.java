package dev.smartspawn.schema.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentPartTest {

  private static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  @Test
  void idIsTheHashOfTheContent() {
    AttachmentId id = AttachmentId.of("test".getBytes(StandardCharsets.UTF_8));

    assertThat(id).hasToString("attachment:sha256:" + HASH);
    assertThat(AttachmentId.find(id.value())).contains(id);
  }

  @Test
  void keyIsReadableText() {
    AttachmentPart part = new AttachmentPart(AttachmentId.ofHash(HASH), 3, 12);
    Serde<AttachmentPart> serde = AttachmentPart.serde();

    byte[] written = serde.serializer().serialize("", part);

    assertThat(new String(written, StandardCharsets.US_ASCII)).isEqualTo(HASH + ":3/12");
    assertThat(serde.deserializer().deserialize("", written)).isEqualTo(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        HASH,
        HASH + ":0/3",
        HASH + ":4/3",
        HASH + ":01/3",
        HASH + ":1/9999",
        HASH + ":1/3 ",
        "../" + HASH + ":1/3",
        "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08:1/3"
      })
  void otherKeysAreNotParts(String key) {
    assertThat(AttachmentPart.find(key)).isEmpty();
  }
}
