package dev.smartspawn.worker.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.attachment.index.AttachmentIndex;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class AttachmentCleanerTest {

  private static final Attachment FILE = file("one", "two");
  private static final Attachment OTHER = file("three");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final AttachmentIndex index = new AttachmentIndex();
  private final Set<SpawnId> ended = new HashSet<>();
  private final OpenUses uses = new OpenUses(ended::contains);
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final List<byte[]> log = new ArrayList<>();
  private boolean caughtUp = true;
  private int copied;
  private long requests;

  @Test
  void fileStaysUntilTheLastOfTwoSpawnsHasEnded() throws InterruptedException {
    write(FILE);
    request("a", 86_400, FILE);
    request("b", 86_400, FILE);

    cleanAfter(Duration.ofHours(1));
    assertThat(index.complete(FILE.id())).isPresent();
    ended.add(new SpawnId("a"));
    cleanAfter(Duration.ofHours(1));
    assertThat(index.complete(FILE.id())).isPresent();
    ended.add(new SpawnId("b"));
    cleanAfter(Duration.ZERO);

    assertThat(index.size()).isZero();
  }

  @Test
  void fileWithoutARequestStaysForTheTimeInWhichOneMayCome() throws InterruptedException {
    write(FILE);

    cleanAfter(Duration.ofMinutes(29));
    assertThat(index.complete(FILE.id())).isPresent();
    cleanAfter(Duration.ofMinutes(2));
    assertThat(index.size()).isZero();
  }

  @Test
  void fileOfAnOverdueSpawnIsRemoved() throws InterruptedException {
    write(FILE);
    write(OTHER);
    request("a", 600, FILE);
    request("b", 7200, OTHER);

    cleanAfter(Duration.ofHours(1));

    assertThat(index.complete(FILE.id())).isEmpty();
    assertThat(index.complete(OTHER.id())).isPresent();
  }

  @Test
  void nothingUnusedIsRemovedBeforeAllRequestsAreKnown() throws InterruptedException {
    write(FILE);
    caughtUp = false;

    cleanAfter(Duration.ofHours(1));
    assertThat(index.complete(FILE.id())).isPresent();
    caughtUp = true;
    cleanAfter(Duration.ZERO);
    assertThat(index.size()).isZero();
  }

  @Test
  void noFileIsKeptLongerThanTheSetting() throws InterruptedException {
    write(FILE);
    request("a", 86_400, FILE);

    cleanAfter(Duration.ofHours(11));
    assertThat(index.complete(FILE.id())).isPresent();
    cleanAfter(Duration.ofHours(2));
    assertThat(index.size()).isZero();
  }

  @Test
  void partWrittenInTheMomentOfItsRemovalIsWrittenAgain() throws InterruptedException {
    write(OTHER);
    now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
    cleaner().clean();
    write(OTHER);
    copySent();
    assertThat(index.shadowed()).hasSize(1);

    cleaner().clean();
    copySent();

    assertThat(index.shadowed()).isEmpty();
    assertThat(index.holds(OTHER, now.get())).isTrue();
  }

  @Test
  void idIsFoundHoweverTheRequestIsWritten() {
    String id = FILE.id().value();

    assertThat(RequestedAttachments.in(utf8("{\"images\":[\"%s\"]}".formatted(id))))
        .containsExactly(FILE.id());
    assertThat(
            RequestedAttachments.in(
                utf8("{\"images\":[\"%s\"]}".formatted(id.replace("a", "\\u0061")))))
        .containsExactly(FILE.id());
    assertThat(RequestedAttachments.in(utf8("{\"task\":\"about attachment:sha256:\"}"))).isEmpty();
    assertThat(RequestedAttachments.in(utf8("not JSON " + id))).isEmpty();
    assertThat(RequestedAttachments.in(null)).isEmpty();
  }

  private AttachmentCleaner cleaner() {
    return new AttachmentCleaner(
        index,
        uses,
        part -> log.get((int) part.offset()),
        producer,
        () -> caughtUp,
        Duration.ofHours(12),
        Clock.fixed(now.get(), ZoneOffset.UTC));
  }

  private void cleanAfter(Duration passed) throws InterruptedException {
    now.updateAndGet(time -> time.plus(passed));
    cleaner().clean();
    copySent();
  }

  /** What the cleaner has sent arrives in the topic. */
  private void copySent() {
    List<ProducerRecord<byte[], byte[]>> sent = producer.history();
    for (; copied < sent.size(); copied++) {
      append(sent.get(copied));
    }
  }

  private void write(Attachment file) {
    for (int i = 0; i < file.pieces().size(); i++) {
      append(
          new ProducerRecord<>(
              Topics.SPAWN_ATTACHMENTS.name(), file.part(i).bytes(), file.pieces().get(i)));
    }
  }

  private void append(ProducerRecord<byte[], byte[]> record) {
    Headers headers = new RecordHeaders(record.headers().toArray());
    index.read(
        new ConsumerRecord<>(
            record.topic(),
            0,
            log.size(),
            now.get().toEpochMilli(),
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            record.key(),
            record.value(),
            headers,
            Optional.empty()));
    log.add(record.value());
  }

  private void request(String id, int timeoutSeconds, Attachment file) {
    String json =
        """
        {"id":"%s","task":"see %s","context":"%s","timeoutSeconds":%d}"""
            .formatted(id, "it", file.id(), timeoutSeconds);
    uses.read(
        new ConsumerRecord<>(
            Topics.SPAWN_REQUESTS.name(),
            0,
            requests++,
            now.get().toEpochMilli(),
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            null,
            utf8(json),
            new RecordHeaders(),
            Optional.empty()));
  }

  private static Attachment file(String... pieces) {
    return new Attachment(
        AttachmentId.of(utf8(String.join("", pieces))),
        List.of(pieces).stream().map(AttachmentCleanerTest::utf8).toList());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
