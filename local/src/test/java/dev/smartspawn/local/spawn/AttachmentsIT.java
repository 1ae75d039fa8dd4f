package dev.smartspawn.local.spawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.local.kafka.TestKafka;
import dev.smartspawn.query.attachment.KafkaAttachmentStore;
import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.attachment.AttachmentMissingException;
import dev.smartspawn.schema.attachment.AttachmentPart;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.topic.TopicCreation;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.attachment.KafkaAttachments;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of requests on their way through a real broker. */
class AttachmentsIT {

  private static final TopicPartition PARTITION =
      new TopicPartition(Topics.SPAWN_ATTACHMENTS.name(), 0);

  private TestKafka kafka;
  private KafkaClients clients;
  private KafkaAttachments worker;

  @BeforeEach
  void start() {
    kafka = TestKafka.start();
    clients = KafkaClients.plain(kafka.bootstrapServers(), "test");
    TopicCreation.ensureAll(clients);
    worker = openWorker();
  }

  @AfterEach
  void stop() {
    worker.close();
    kafka.close();
  }

  @Test
  void photographIsKeptOnceAndReadByEveryWorker() throws AttachmentMissingException {
    byte[] photograph = bytes(1, 12 * 1024 * 1024);
    Attachment file = file(photograph, AttachmentPart.USUAL_BYTES);
    try (KafkaAttachmentStore store = openStore()) {
      store.keep(List.of(file));
      assertThat(worker.read(file.id())).isEqualTo(photograph);
      awaitNoMoreIsWritten(store, file);
    }
    long written = end();
    try (KafkaAttachmentStore restarted = openStore()) {
      restarted.keep(List.of(file));
    }
    assertThat(end()).isEqualTo(written);
    worker.close();
    worker = openWorker();

    assertThat(worker.read(file.id())).isEqualTo(photograph);
    assertThat(worker.length(file.id())).isEqualTo(photograph.length);
  }

  @Test
  void fileOfAClientThatIsStillWritingIsWaitedFor() throws Exception {
    byte[] content = bytes(2, 3_000_000);
    Attachment file = file(content, 1_000_000);
    CompletableFuture<byte[]> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return worker.read(file.id());
              } catch (AttachmentMissingException e) {
                throw new IllegalStateException(e);
              }
            });
    try (Producer<byte[], byte[]> client = clients.producer("client", Map.of())) {
      for (int i = file.pieces().size() - 1; i >= 0; i--) {
        assertThat(read).isNotDone();
        write(client, file, i);
      }
    }

    assertThat(read.get(20, TimeUnit.SECONDS)).isEqualTo(content);
  }

  @Test
  void fileWithTheHashOfAnotherOneIsRefused() throws Exception {
    Attachment wrong =
        new Attachment(AttachmentId.of(bytes(3, 10)), List.of(bytes(4, 10), bytes(5, 10)));
    try (Producer<byte[], byte[]> client = clients.producer("client", Map.of())) {
      write(client, wrong, 0);
      write(client, wrong, 1);
    }

    assertThatThrownBy(() -> worker.read(wrong.id()))
        .isInstanceOf(AttachmentMissingException.class)
        .hasMessageContaining("its parts are those of another file");
  }

  @Test
  void missingPartsAreNamed() throws Exception {
    Attachment file = file(bytes(6, 3_000), 1_000);
    try (Producer<byte[], byte[]> client = clients.producer("client", Map.of())) {
      write(client, file, 0);
    }

    assertThatThrownBy(() -> worker.read(file.id()))
        .isInstanceOf(AttachmentMissingException.class)
        .hasMessageContaining("parts 2, 3 of 3 missing");
  }

  @Test
  void manyFilesAreReadAtOnce() {
    List<Attachment> files = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      files.add(file(bytes(10 + i, 5_000_000), AttachmentPart.USUAL_BYTES));
    }
    try (KafkaAttachmentStore store = openStore()) {
      store.keep(files);
    }
    List<Attachment> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, new Random(1));

    List<AttachmentId> read =
        shuffled.parallelStream()
            .map(
                file -> {
                  try {
                    return AttachmentId.of(worker.read(file.id()));
                  } catch (AttachmentMissingException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .toList();

    assertThat(read).isEqualTo(shuffled.stream().map(Attachment::id).toList());
  }

  /** A file that was written just now may be written again, which harms nobody. */
  private void awaitNoMoreIsWritten(KafkaAttachmentStore store, Attachment file) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              long before = end();
              store.keep(List.of(file));
              return end() == before;
            });
  }

  private long end() {
    try (Consumer<byte[], byte[]> consumer = clients.consumer("end", Map.of())) {
      return consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
    }
  }

  private KafkaAttachmentStore openStore() {
    return KafkaAttachmentStore.open(clients, Clock.systemUTC());
  }

  private KafkaAttachments openWorker() {
    return KafkaAttachments.open(
        clients, spawn -> false, Topics.ATTACHMENTS_KEPT, Clock.systemUTC());
  }

  private static void write(Producer<byte[], byte[]> client, Attachment file, int i)
      throws ExecutionException, InterruptedException {
    client
        .send(new ProducerRecord<>(PARTITION.topic(), file.part(i).bytes(), file.pieces().get(i)))
        .get();
  }

  private static Attachment file(byte[] content, int partBytes) {
    List<byte[]> pieces = new ArrayList<>();
    for (int at = 0; at < content.length; at += partBytes) {
      pieces.add(Arrays.copyOfRange(content, at, Math.min(content.length, at + partBytes)));
    }
    return new Attachment(AttachmentId.of(content), pieces);
  }

  private static byte[] bytes(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
