package dev.smartspawn.schema.attachment.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.attachment.AttachmentPart;
import dev.smartspawn.schema.kafka.UnreadableRecordException;
import dev.smartspawn.schema.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentIndexTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AttachmentIndex index = new AttachmentIndex();
  private final List<byte[]> log = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void partsInAnyOrderAndOftenMakeUpTheFile(long seed) {
    Random random = new Random(seed);
    List<Attachment> files = new ArrayList<>();
    List<ProducerRecord<byte[], byte[]>> writes = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Attachment file = file(random, 1 + random.nextInt(20));
      files.add(file);
      for (int copies = 1 + random.nextInt(3); copies > 0; copies--) {
        writes.addAll(parts(file));
      }
    }
    Collections.shuffle(writes, random);

    writes.forEach(this::write);

    for (Attachment file : files) {
      assertThat(index.complete(file.id())).map(this::content).contains(content(file));
      assertThat(index.holds(file, START)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomWritesAndTombstonesLeaveWhatTheyMean(long seed) {
    Random random = new Random(seed);
    List<Attachment> files = List.of(file(random, 1), file(random, 3), file(random, 5));
    Map<AttachmentPart, Long> expected = new HashMap<>();
    Map<AttachmentPart, StoredPart> seen = new HashMap<>();
    for (int step = 0; step < 2000; step++) {
      Attachment file = files.get(random.nextInt(files.size()));
      int i = random.nextInt(file.pieces().size());
      AttachmentPart key = file.part(i);
      if (random.nextBoolean()) {
        expected.put(key, write(record(file, i)));
      } else if (seen.containsKey(key)) {
        // The part that its writer knew, which may have been written again.
        write(PartTombstone.of(seen.get(key)));
        expected.computeIfPresent(
            key, (same, offset) -> offset <= seen.get(key).offset() ? null : offset);
      }
      if (random.nextInt(3) == 0) {
        index.writtenBefore(Instant.MAX).values().stream()
            .flatMap(List::stream)
            .forEach(part -> seen.put(part.key(), part));
      }
    }

    Map<AttachmentPart, Long> left = new HashMap<>();
    index.writtenBefore(Instant.MAX).values().stream()
        .flatMap(List::stream)
        .forEach(part -> left.put(part.key(), part.offset()));
    assertThat(left).isEqualTo(expected);
  }

  @Test
  void missingPartsAreNamed() {
    Attachment file = file(new Random(1), 9);
    write(record(file, 0));
    write(record(file, 4));

    assertThat(index.complete(file.id())).isEmpty();
    assertThat(index.missing(file.id())).isEqualTo("parts 2, 3, 4, 6, 7 and 2 more of 9 missing");
    parts(file).subList(0, 8).forEach(this::write);
    assertThat(index.missing(file.id())).isEqualTo("part 9 of 9 missing");
    assertThat(index.missing(AttachmentId.of(new byte[1]))).isEqualTo("none of its parts is there");
  }

  @Test
  void partsOfTwoDivisionsAreNotMixed() {
    Attachment file = file(new Random(2), 2);
    Attachment otherwise = new Attachment(file.id(), List.of(content(file)));
    write(record(file, 0));

    assertThat(index.complete(file.id())).isEmpty();
    write(record(otherwise, 0));

    assertThat(index.complete(file.id())).map(this::content).contains(content(file));
    assertThat(index.holds(otherwise, START)).isTrue();
    assertThat(index.holds(file, START)).isFalse();
  }

  @Test
  void partsWithOtherBytesAreNotHeld() {
    Attachment file = file(new Random(3), 2);
    Attachment wrong = new Attachment(file.id(), List.of(file.pieces().get(0), new byte[7]));
    parts(wrong).forEach(this::write);

    assertThat(index.holds(file, START)).isFalse();
    parts(file).forEach(this::write);
    assertThat(index.holds(file, START)).isTrue();
  }

  @Test
  void oldCopyIsNotHeld() {
    Attachment file = file(new Random(4), 2);
    parts(file).forEach(this::write);

    assertThat(index.holds(file, START.plusSeconds(1))).isFalse();
    assertThat(index.writtenBefore(START.plusSeconds(1))).isEmpty();
    assertThat(index.writtenBefore(START.plusSeconds(2))).containsOnlyKeys(file.id());
  }

  @Test
  void partWrittenBeforeAnOlderOnesTombstoneStaysAndIsWrittenAgain() {
    Attachment file = file(new Random(5), 1);
    write(record(file, 0));
    StoredPart first = index.complete(file.id()).orElseThrow().parts().get(0);
    write(record(file, 0));
    write(PartTombstone.of(first));

    assertThat(index.complete(file.id())).isPresent();
    assertThat(index.holds(file, START)).isFalse();
    assertThat(index.shadowed()).extracting(StoredPart::offset).containsExactly(1L);

    write(record(file, 0));
    assertThat(index.shadowed()).isEmpty();
    assertThat(index.holds(file, START)).isTrue();
  }

  @Test
  void tombstoneWithoutAHeaderRemovesEveryPartBeforeIt() {
    Attachment file = file(new Random(6), 1);
    write(record(file, 0));
    write(new ProducerRecord<>(Topics.SPAWN_ATTACHMENTS.name(), file.part(0).bytes(), null));

    assertThat(index.size()).isZero();
  }

  @Test
  void partsThatTheBrokerHasDeletedAreForgotten() {
    Attachment file = file(new Random(7), 3);
    parts(file).forEach(this::write);

    index.forgetBefore(START.plusSeconds(1));
    assertThat(index.missing(file.id())).isEqualTo("part 1 of 3 missing");
    index.forgetBefore(START.plusSeconds(9));
    assertThat(index.size()).isZero();
  }

  @Test
  void unreadableKeysAreReported() {
    assertThatThrownBy(
            () ->
                write(
                    new ProducerRecord<>(
                        Topics.SPAWN_ATTACHMENTS.name(), new byte[] {1}, new byte[] {1})))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining("expected the SHA-256 of the file");
  }

  @Test
  void waitsForAFileThatIsStillBeingWritten() throws InterruptedException {
    Attachment file = file(new Random(8), 2);
    write(record(file, 0));
    CompletableFuture<Optional<StoredCopy>> found =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return index.awaitComplete(file.id(), Duration.ofSeconds(30));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });

    write(record(file, 1));

    assertThat(found.join()).isPresent();
    assertThat(index.awaitComplete(AttachmentId.of(new byte[2]), Duration.ofMillis(1))).isEmpty();
  }

  private static Attachment file(Random random, int count) {
    List<byte[]> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] piece = new byte[random.nextInt(40)];
      random.nextBytes(piece);
      pieces.add(piece);
    }
    return new Attachment(AttachmentId.of(joined(pieces)), pieces);
  }

  private static List<ProducerRecord<byte[], byte[]>> parts(Attachment file) {
    List<ProducerRecord<byte[], byte[]>> parts = new ArrayList<>();
    for (int i = 0; i < file.pieces().size(); i++) {
      parts.add(record(file, i));
    }
    return parts;
  }

  private static ProducerRecord<byte[], byte[]> record(Attachment file, int i) {
    return new ProducerRecord<>(
        Topics.SPAWN_ATTACHMENTS.name(), file.part(i).bytes(), file.pieces().get(i));
  }

  /** One second after the record before it. */
  private long write(ProducerRecord<byte[], byte[]> record) {
    long offset = log.size();
    log.add(record.value());
    Headers headers = new RecordHeaders(record.headers().toArray());
    index.read(
        new ConsumerRecord<>(
            record.topic(),
            0,
            offset,
            START.plusSeconds(offset).toEpochMilli(),
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            record.key(),
            record.value(),
            headers,
            Optional.empty()));
    return offset;
  }

  private byte[] content(StoredCopy copy) {
    return joined(copy.parts().stream().map(part -> log.get((int) part.offset())).toList());
  }

  private static byte[] content(Attachment file) {
    return joined(file.pieces());
  }

  private static byte[] joined(List<byte[]> pieces) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    pieces.forEach(joined::writeBytes);
    return joined.toByteArray();
  }
}
