package dev.smartspawn.schema.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AttachmentIdTest {

  @Test
  void sameBytesHaveTheSameId() {
    assertThat(AttachmentId.of(new byte[0]))
        .hasToString(
            "attachment:sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        .isEqualTo(AttachmentId.of(new byte[0]));
  }

  @Test
  void otherFormsAreRefused() {
    assertThat(AttachmentId.find("attachment:sha256:E3")).isEmpty();
    assertThatThrownBy(() -> new AttachmentId("sha256:00"))
        .hasMessage(
            "not an attachment's id: expected attachment:sha256: and 64 hexadecimal digits");
  }

  @Test
  void withoutAStoreEveryAttachmentIsMissing() {
    AttachmentId id = AttachmentId.of(new byte[1]);

    assertThatThrownBy(() -> AttachmentBytes.NONE.read(id, bytes -> bytes))
        .isInstanceOf(AttachmentMissingException.class)
        .hasMessage(id + " is missing: there is no store of attachments");
  }
}
