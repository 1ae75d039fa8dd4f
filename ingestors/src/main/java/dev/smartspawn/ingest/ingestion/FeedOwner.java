package dev.smartspawn.ingest.ingestion;

import dev.smartspawn.ingest.feed.Feed;
import dev.smartspawn.ingest.feed.Feed.Reporting;
import dev.smartspawn.ingest.feed.PullContext;
import dev.smartspawn.ingest.feed.PullResult;
import dev.smartspawn.ingest.publication.CommandPosition;
import dev.smartspawn.ingest.publication.FeedPublisher;
import dev.smartspawn.ingest.publication.IngestorClients;
import dev.smartspawn.ingest.publication.TableDiff;
import dev.smartspawn.ingest.publication.TopicContents;
import dev.smartspawn.schema.lifecycle.OutOfMemoryExit;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.refresh.SourceStatus.Tally;
import dev.smartspawn.schema.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of the instance that holds a source's partition: it starts pulls and publishes their
 * results. One thread uses it. The pull itself runs on another thread, so that commands are still
 * read during a pull.
 *
 * @param <V> values of the source's topic
 */
final class FeedOwner<V> implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FeedOwner.class);

  private final Feed<V> feed;
  private final FeedPublisher publisher;
  private final ExecutorService puller;
  private final Clock clock;
  private final Map<String, V> held;

  private SourceStatus status;
  private boolean wanted = true;
  private long refusals;
  private @Nullable UnderWay<V> underWay;

  FeedOwner(
      Feed<V> feed,
      FeedPublisher publisher,
      ExecutorService puller,
      Clock clock,
      Map<String, V> held,
      SourceStatus status) {
    this.feed = feed;
    this.publisher = publisher;
    this.puller = puller;
    this.clock = clock;
    this.held = held;
    this.status = status;
  }

  /**
   * Fences off the previous owner and reads the topic's content back. The first pull starts at
   * once.
   */
  static <V> FeedOwner<V> open(
      Feed<V> feed, IngestorClients kafka, Admin admin, ExecutorService puller, Clock clock) {
    FeedPublisher publisher = new FeedPublisher(kafka.producer(feed.source()));
    try {
      TopicContents<V> contents = TopicContents.read(kafka, admin, feed.topic());
      if (!contents.unreadable().isEmpty()) {
        log.warn("{}: {} unreadable records", feed.topic(), contents.unreadable().size());
        publisher.replaceByTombstones(contents.unreadable(), clock.instant());
      }
      SourceStatus status =
          TopicContents.read(kafka, admin, Topics.SOURCE_STATUS)
              .values()
              .getOrDefault(feed.source().id(), SourceStatus.never(feed.source()));
      return new FeedOwner<>(
          feed, publisher, puller, clock, new HashMap<>(contents.values()), status);
    } catch (RuntimeException e) {
      publisher.close();
      throw e;
    }
  }

  /** Whether no pull is running, so that no command waits for its end. */
  boolean isIdle() {
    return underWay == null;
  }

  /** Publishes the outcome of the pull if it has ended. */
  void finishPull(Supplier<CommandPosition> handled) {
    UnderWay<V> ended = underWay;
    if (ended != null && ended.result().isDone()) {
      underWay = null;
      finish(ended.pull(), result(ended), handled.get());
    }
  }

  /**
   * Takes commands that ask for this source.
   *
   * @param count the number of commands received at once
   */
  void command(int count) {
    if (underWay != null) {
      log.info("{}: the running pull serves {} more", feed.source(), commands(count));
      return;
    }
    Optional<Instant> closedUntil = feed.timing().closedUntil(status, now());
    if (closedUntil.isPresent()) {
      refusals += count;
      log.info(
          "{}: refused {} ({} so far): last pull at {}, next one at {} at the earliest",
          feed.source(),
          commands(count),
          refusals,
          status.attemptedAt(),
          closedUntil.get());
      return;
    }
    wanted = true;
  }

  /** Starts a pull when one is due. */
  void beginPull() {
    Instant now = now();
    boolean open = feed.timing().closedUntil(status, now).isEmpty();
    if (underWay == null && ((wanted && open) || feed.timing().isDue(status, now))) {
      begin(new PullContext(feed.source(), now, status, held.keySet()));
    }
  }

  void deadLetter(ConsumerRecord<byte[], byte[]> unreadable, String reason) {
    publisher.deadLetter(unreadable, reason);
  }

  /** Cancels a running pull. */
  @Override
  public void close() {
    if (underWay != null) {
      underWay.result().cancel(true);
    }
    publisher.close();
  }

  private void begin(PullContext pull) {
    wanted = false;
    if (feed.reporting() == Reporting.EVERY_PULL) {
      SourceStatus begun = PullStatuses.begun(feed.timing(), pull);
      publisher.publish(begun, pull.begunAt());
      status = begun;
      log.info("{}: pulling", feed.source());
    }
    underWay = new UnderWay<>(pull, puller.submit(() -> feed.pull(pull)));
  }

  private static <V> PullResult<V> result(UnderWay<V> ended) {
    try {
      return ended.result().get();
    } catch (ExecutionException e) {
      OutOfMemoryExit.check(e);
      log.error("{}: unexpected failure of a pull", ended.pull().source(), e.getCause());
      return PullResult.Failed.of("an unexpected error, see the log", 0);
    } catch (InterruptedException e) {
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
  }

  private void finish(PullContext pull, PullResult<V> result, CommandPosition handled) {
    PullStatuses report = new PullStatuses(feed.timing(), pull, now());
    if (result instanceof PullResult.Complete<V> all) {
      Map<String, V> whole = all.with(held);
      TableDiff<V> diff = TableDiff.between(held, whole, feed::hasSameContent, all.rejected());
      publish(report, diff, end -> report.delivered(all, whole.size(), diff.tally(), end), handled);
    } else if (result instanceof PullResult.Unchanged<V> unchanged) {
      publish(report, nothing(), end -> report.unchanged(unchanged), handled);
    } else if (result instanceof PullResult.Disabled<V> disabled) {
      publish(report, nothing(), end -> report.disabled(disabled), handled);
    } else if (result instanceof PullResult.Absent<V> absent) {
      publish(report, nothing(), end -> report.absent(absent), handled);
    } else if (result instanceof PullResult.Failed<V> failed) {
      fail(report, failed, handled);
    }
  }

  private void fail(PullStatuses report, PullResult.Failed<V> failed, CommandPosition handled) {
    PullResult.StandIn<V> standIn = failed.standIn().orElse(null);
    if (standIn == null) {
      publish(report, nothing(), end -> report.failed(failed), handled);
      return;
    }
    TableDiff<V> diff = TableDiff.between(held, standIn.values(), feed::hasSameContent, 0);
    publish(report, diff, end -> report.stoodIn(failed, standIn, diff, end), handled);
  }

  private void publish(
      PullStatuses report,
      TableDiff<V> diff,
      LongFunction<SourceStatus> statusFor,
      CommandPosition handled) {
    SourceStatus before = status;
    boolean quiet = feed.reporting() == Reporting.CHANGES && diff.isEmpty();
    if (quiet && isNoNews(before, statusFor.apply(before.rawEndOffset()))) {
      return;
    }
    boolean empties = held.size() == diff.removals().size() && diff.puts().isEmpty();
    status =
        publisher.publish(
            feed.topic(),
            diff,
            report.pull().begunAt(),
            end -> statusFor.apply(diff.isEmpty() ? before.rawEndOffset() : empties ? 0 : end),
            handled);
    diff.applyTo(held);
    log(status);
  }

  private static boolean isNoNews(SourceStatus before, SourceStatus after) {
    return before.outcome() == after.outcome() && Objects.equals(before.reason(), after.reason());
  }

  private void log(SourceStatus after) {
    if (after.outcome() == Outcome.OK) {
      Tally tally = after.tally();
      log.info(
          "{}: ok, {} records ({} added, {} changed, {} removed, {} rejected), {} requests, {} ms",
          after.source(),
          after.count(),
          tally.added(),
          tally.changed(),
          tally.removed(),
          tally.rejected(),
          after.requests(),
          after.durationMillis());
    } else if (after.outcome() == Outcome.DISABLED || after.outcome() == Outcome.ABSENT) {
      log.info("{}: {}: {}", after.source(), after.outcome().id(), after.reason());
    } else {
      log.warn(
          "{}: {}, {} records served: {}",
          after.source(),
          after.outcome().id(),
          after.count(),
          after.reason());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static <V> TableDiff<V> nothing() {
    return new TableDiff<>(Set.of(), Map.of(), Tally.NONE);
  }

  private static String commands(int count) {
    return count == 1 ? "1 command" : count + " commands";
  }

  private record UnderWay<V>(PullContext pull, Future<PullResult<V>> result) {}
}
