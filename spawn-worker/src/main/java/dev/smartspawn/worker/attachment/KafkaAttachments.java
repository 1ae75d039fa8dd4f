package dev.smartspawn.worker.attachment;

import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.attachment.AttachmentBytes;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.attachment.AttachmentMissingException;
import dev.smartspawn.schema.attachment.index.AttachmentIndex;
import dev.smartspawn.schema.attachment.index.StoredCopy;
import dev.smartspawn.schema.attachment.index.StoredPart;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.LogEnds;
import dev.smartspawn.schema.kafka.TopicReader;
import dev.smartspawn.schema.lifecycle.DaemonThreads;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.media.MediaContent;
import dev.smartspawn.schema.media.UnusableMediaException;
import dev.smartspawn.schema.spawn.SpawnId;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The attachments in their topic, as a worker uses them. */
public final class KafkaAttachments implements AttachmentBytes, AttachedFiles, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(KafkaAttachments.class);

  /** A client may still be writing the parts when its request is there. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Two of the largest requests, or nine calls with 5 MB each. */
  private static final long ROOM_BYTES = 48L * 1024 * 1024;

  private static final Duration CATCH_UP = Duration.ofSeconds(20);
  private static final Duration CLEAN_EVERY = Duration.ofMinutes(1);

  private final AttachmentRoom room = new AttachmentRoom(ROOM_BYTES);
  private final AttachmentIndex index;
  private final PartReader parts;
  private final AttachmentFollower follower;
  private final TopicReader reading;
  private final Producer<byte[], byte[]> producer;
  private final Admin admin;
  private final ScheduledExecutorService timer;

  private KafkaAttachments(
      KafkaClients clients, Predicate<SpawnId> ended, Duration kept, Clock clock) {
    this.index = new AttachmentIndex();
    OpenUses uses = new OpenUses(ended);
    this.follower = new AttachmentFollower(index, uses, clock);
    this.reading =
        TopicReader.start(
            "attachment-index",
            () -> clients.consumer("attachment-index", uncommitted(500)),
            follower);
    this.parts = new PartReader(() -> clients.consumer("attachments", uncommitted(1)));
    this.producer = clients.producer("attachments", producerConfig());
    this.admin = clients.admin("attachments");
    AttachmentCleaner cleaner =
        new AttachmentCleaner(index, uses, this::part, producer, this::isCaughtUp, kept, clock);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("attachment-cleaner"));
    Object unused =
        timer.scheduleWithFixedDelay(
            () -> clean(cleaner),
            CLEAN_EVERY.toMillis(),
            CLEAN_EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /**
   * Returns at once; the topics are read in the background.
   *
   * @param ended whether a spawn is known to have ended
   * @param kept the longest time
   */
  public static KafkaAttachments open(
      KafkaClients clients, Predicate<SpawnId> ended, Duration kept, Clock clock) {
    return new KafkaAttachments(clients, ended, kept, clock);
  }

  /** Failed once the topic cannot be read any more. */
  public Readiness readiness() {
    return reading.readiness();
  }

  @Override
  public <T> T read(AttachmentId id, Use<T> use)
      throws AttachmentMissingException, UnusableMediaException {
    Runnable release = room.reserve(id, length(id));
    try {
      return use.of(read(id));
    } finally {
      release.run();
    }
  }

  /**
   * All its bytes. Waits for a file that is still being written.
   *
   * @throws AttachmentMissingException if it is not there in time
   */
  public byte[] read(AttachmentId id) throws AttachmentMissingException {
    StoredCopy copy = copy(id);
    requireFit(id, copy.bytes());
    ByteBuffer content = ByteBuffer.allocate((int) copy.bytes());
    try {
      parts.read(copy.parts(), content::put);
    } catch (PartSource.PartLostException e) {
      throw new AttachmentMissingException(id, String.valueOf(e.getMessage()));
    }
    if (!AttachmentId.of(content.array()).equals(id)) {
      throw new AttachmentMissingException(id, "its parts are those of another file");
    }
    return content.array();
  }

  @Override
  public FilledBody fill(byte[] json) throws AttachmentMissingException {
    List<StoredIds.Place> places = StoredIds.in(json);
    if (places.isEmpty()) {
      return FilledBody.plain(json);
    }
    Map<AttachmentId, byte[]> contents = new HashMap<>();
    long bytes = 0;
    for (AttachmentId id : places.stream().map(StoredIds.Place::id).distinct().toList()) {
      bytes += length(id);
      requireFit(id, bytes);
    }
    Runnable release = room.reserve(places.get(0).id(), bytes);
    try {
      List<FilledBody.Segment> segments = new ArrayList<>();
      int at = 0;
      for (StoredIds.Place place : places) {
        byte[] content = contents.get(place.id());
        if (content == null) {
          content = read(place.id());
          contents.put(place.id(), content);
        }
        segments.add(FilledBody.Segment.Text.of(json, at, place.from()));
        segments.add(
            new FilledBody.Segment.File(head(place.id(), content), ByteBuffer.wrap(content)));
        at = place.to();
      }
      segments.add(FilledBody.Segment.Text.of(json, at, json.length));
      return new FilledBody(segments, release);
    } catch (AttachmentMissingException | RuntimeException e) {
      release.run();
      throw e;
    }
  }

  private static String head(AttachmentId id, byte[] content) throws AttachmentMissingException {
    try {
      return "data:%s;base64,".formatted(MediaContent.of(content).type().label());
    } catch (UnusableMediaException e) {
      throw new AttachmentMissingException(id, "it " + e.getMessage());
    }
  }

  private static void requireFit(AttachmentId id, long bytes) throws AttachmentMissingException {
    if (bytes > Attachment.MAX_BYTES) {
      throw new AttachmentMissingException(
          id,
          "the files have more than %,d bytes together, which is too much"
              .formatted(Attachment.MAX_BYTES));
    }
  }

  /** How many bytes it has; waits like {@link #read}. */
  public long length(AttachmentId id) throws AttachmentMissingException {
    return copy(id).bytes();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    reading.close();
    parts.close();
    producer.close(Duration.ofSeconds(2));
    admin.close(Duration.ofSeconds(2));
  }

  private StoredCopy copy(AttachmentId id) throws AttachmentMissingException {
    Optional<StoredCopy> copy = Optional.empty();
    try {
      copy = index.awaitComplete(id, PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return copy.orElseThrow(() -> new AttachmentMissingException(id, index.missing(id)));
  }

  private byte[] part(StoredPart part) throws PartSource.PartLostException {
    List<byte[]> read = new ArrayList<>();
    parts.read(List.of(part), read::add);
    return read.get(0);
  }

  private boolean isCaughtUp() {
    try {
      Map<TopicPartition, Long> ends = LogEnds.of(admin, follower.partitions(), CATCH_UP);
      for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
        if (!follower.awaitPosition(end.getKey(), end.getValue(), CATCH_UP)) {
          return false;
        }
      }
      return !ends.isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      log.debug("the end of spawn-requests is not known: {}", e.toString());
    }
    return false;
  }

  private static void clean(AttachmentCleaner cleaner) {
    try {
      cleaner.clean();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("attachments are cleaned up later: {}", e.toString());
    }
  }

  /** Content is checked by its hash, so parts of an open transaction may be read. */
  private static Map<String, Object> uncommitted(int records) {
    return Map.of(
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        "read_uncommitted",
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        records);
  }

  private static Map<String, Object> producerConfig() {
    return Map.of(
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.BUFFER_MEMORY_CONFIG,
        4L * 1024 * 1024,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        5_000,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        10_000);
  }
}
