package dev.smartspawn.ingest.ingestion;

import dev.smartspawn.ingest.feed.Feed;
import dev.smartspawn.ingest.publication.CommandPosition;
import dev.smartspawn.ingest.publication.IngestorClients;
import dev.smartspawn.schema.kafka.UnreadableRecordException;
import dev.smartspawn.schema.lifecycle.DaemonThreads;
import dev.smartspawn.schema.lifecycle.OutOfMemoryExit;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one feed's topic up to date, on a thread of its own. Instances share the work through one
 * consumer group per feed on refresh-commands. The instance that holds the partition schedules and
 * pulls.
 *
 * @param <V> values of the feed's topic
 */
public final class Ingestion<V> implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Ingestion.class);

  private static final TopicPartition COMMANDS =
      new TopicPartition(Topics.REFRESH_COMMANDS.name(), 0);

  /** How soon a pull that is due or an edited file is noticed; a command is noticed at once. */
  private static final Duration POLL = Duration.ofMillis(500);

  private static final Duration POLL_WITHOUT_PARTITION = Duration.ofMillis(100);
  private static final Duration PULL_THREAD_KEPT = Duration.ofSeconds(10);

  /** Short, so that the end of a running pull is noticed soon. */
  private static final Duration POLL_DURING_PULL = Duration.ofMillis(20);

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
  private static final long NOTHING = -1;

  private final Feed<V> feed;
  private final IngestorClients kafka;
  private final Admin admin;
  private final Clock clock;
  private final ExecutorService puller;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);

  private volatile Readiness readiness = new Readiness.Restoring("joining its group");
  private volatile @Nullable Consumer<byte[], byte[]> commands;

  // Only the loop's thread uses these fields.
  private @Nullable FeedOwner<V> owner;
  private long handled = NOTHING;
  private long committed = NOTHING;

  public Ingestion(Feed<V> feed, IngestorClients kafka, Admin admin, Clock clock) {
    this.feed = feed;
    this.kafka = kafka;
    this.admin = admin;
    this.clock = clock;
    this.puller = puller(feed.source());
    this.thread = DaemonThreads.named(feed.source() + "-ingestion").newThread(this::run);
  }

  public void start() {
    thread.start();
  }

  public Source source() {
    return feed.source();
  }

  public Readiness readiness() {
    return readiness;
  }

  /** Asks the loop to end; {@link #close} waits for it. */
  public void stop() {
    closing.countDown();
    Consumer<byte[], byte[]> current = commands;
    if (current != null) {
      current.wakeup();
    }
  }

  @Override
  public void close() {
    stop();
    try {
      thread.join(CLOSE_TIMEOUT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    puller.shutdownNow();
  }

  /** One thread, which ends between pulls. */
  private static ExecutorService puller(Source source) {
    ThreadPoolExecutor thread =
        new ThreadPoolExecutor(
            1,
            1,
            PULL_THREAD_KEPT.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            DaemonThreads.named(source + "-pull"));
    thread.allowCoreThreadTimeOut(true);
    return thread;
  }

  private void run() {
    try {
      while (!isClosing()) {
        takePart();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      OutOfMemoryExit.check(e);
      readiness =
          new Readiness.Failed(
              "%s: stopped by an unexpected error, see the log".formatted(feed.source()));
      log.error("{}: stopped for good", feed.source(), e);
    }
  }

  /** Runs one membership in the group until it fails or {@link #stop} is called. */
  private void takePart() throws InterruptedException {
    GroupMembership membership = new GroupMembership(COMMANDS, this::release);
    try (Consumer<byte[], byte[]> consumer = kafka.commands(feed.source())) {
      commands = consumer;
      consumer.subscribe(List.of(COMMANDS.topic()), membership);
      try {
        while (!isClosing()) {
          pollOnce(consumer, membership);
        }
      } finally {
        release();
      }
    } catch (WakeupException e) {
      log.debug("{}: woken up to stop", feed.source());
    } catch (KafkaException e) {
      restart("Kafka failed: %s".formatted(e.getMessage()), e);
    } catch (RuntimeException e) {
      log.error("{}: unexpected failure", feed.source(), e);
      restart("an unexpected error, see the log", e);
    }
  }

  private void pollOnce(Consumer<byte[], byte[]> consumer, GroupMembership membership) {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(patience());
    FeedOwner<V> held = follow(membership);
    if (held == null) {
      return;
    }
    // The order matters: a command that came after a pull's end does not belong to that pull.
    held.finishPull(() -> position(consumer));
    handle(records, held);
    held.beginPull();
    if (held.isIdle() && handled > committed) {
      consumer.commitAsync(position(consumer).offsets(), null);
      committed = handled;
    }
  }

  private Duration patience() {
    if (owner == null) {
      return POLL_WITHOUT_PARTITION;
    }
    return owner.isIdle() ? POLL : POLL_DURING_PULL;
  }

  /**
   * Returns the feed's owner while this instance holds the partition, and creates it when needed.
   */
  private @Nullable FeedOwner<V> follow(GroupMembership membership) {
    if (membership.state() == GroupMembership.State.JOINING) {
      return null;
    }
    if (membership.state() == GroupMembership.State.HOLDING && owner == null) {
      owner = FeedOwner.open(feed, kafka, admin, puller, clock);
      log.debug("{}: holds the partition", feed.source());
    }
    readiness = Readiness.READY;
    return owner;
  }

  private void handle(ConsumerRecords<byte[], byte[]> records, FeedOwner<V> held) {
    int asking = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      asking += asksForUs(record, held) ? 1 : 0;
      handled = record.offset() + 1;
    }
    if (asking > 0) {
      held.command(asking);
    }
  }

  private boolean asksForUs(ConsumerRecord<byte[], byte[]> record, FeedOwner<V> held) {
    try {
      return parse(record.value()).asksFor(feed.source());
    } catch (UnreadableRecordException e) {
      // Every feed's group reads every command; only one of them publishes the dead letter.
      if (feed.source().equals(Source.PULLED.get(0))) {
        log.warn("refused the command at offset {}: {}", record.offset(), e.getMessage());
        held.deadLetter(record, String.valueOf(e.getMessage()));
      }
      return false;
    }
  }

  /** An empty value asks for every source, like {@code {}}. */
  private static RefreshCommand parse(byte @Nullable [] value) {
    if (value == null || new String(value, StandardCharsets.UTF_8).isBlank()) {
      return RefreshCommand.EVERYTHING;
    }
    return Topics.REFRESH_COMMANDS.valueSerde().deserializer().deserialize(COMMANDS.topic(), value);
  }

  private CommandPosition position(Consumer<byte[], byte[]> consumer) {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        handled > committed ? Map.of(COMMANDS, new OffsetAndMetadata(handled)) : Map.of();
    return new CommandPosition(offsets, consumer.groupMetadata());
  }

  private void release() {
    FeedOwner<V> held = owner;
    owner = null;
    handled = NOTHING;
    committed = NOTHING;
    if (held != null) {
      held.close();
    }
  }

  private void restart(String why, RuntimeException failure) throws InterruptedException {
    if (isClosing()) {
      return;
    }
    readiness = new Readiness.Restoring("restarting: " + why);
    log.warn("{}: {}; restarting", feed.source(), why);
    log.debug("{}: cause", feed.source(), failure);
    closing.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }
}
