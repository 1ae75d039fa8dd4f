package dev.smartspawn.ingest;

import dev.smartspawn.ingest.Feed.Reporting;
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
 * What the holder of a source's partition does: begins pulls, publishes what they bring. Used by
 * one thread; the pull itself runs on another, so that commands go on being read meanwhile.
 *
 * @param <V> values of the source's topic
 */
final class Holding<V> implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Holding.class);

  private final Feed<V> feed;
  private final Publisher publisher;
  private final ExecutorService puller;
  private final Clock clock;
  private final Map<String, V> held;

  private SourceStatus status;
  private boolean wanted = true;
  private long refusals;
  private @Nullable UnderWay<V> pull;

  Holding(
      Feed<V> feed,
      Publisher publisher,
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

  /** Fences off the holder before, then reads back what there is; a pull is wanted at once. */
  static <V> Holding<V> open(
      Feed<V> feed, KafkaClients kafka, Admin admin, ExecutorService puller, Clock clock) {
    Publisher publisher = new Publisher(kafka.producer(feed.source()));
    try {
      TopicContents<V> contents = TopicContents.read(kafka, admin, feed.topic());
      if (!contents.unreadable().isEmpty()) {
        log.warn("{}: {} unreadable records", feed.topic(), contents.unreadable().size());
        publisher.replaceByTombstones(contents.unreadable());
      }
      SourceStatus status =
          TopicContents.read(kafka, admin, Topics.SOURCE_STATUS)
              .values()
              .getOrDefault(feed.source().id(), SourceStatus.never(feed.source()));
      return new Holding<>(
          feed, publisher, puller, clock, new HashMap<>(contents.values()), status);
    } catch (RuntimeException e) {
      publisher.close();
      throw e;
    }
  }

  /** Whether no command waits for the end of a pull. */
  boolean isIdle() {
    return pull == null;
  }

  /** Publishes the outcome of a pull that has ended. */
  void finishPull(Supplier<CommandPosition> handled) {
    UnderWay<V> ended = pull;
    if (ended != null && ended.delivery().isDone()) {
      pull = null;
      finish(ended.order(), delivery(ended), handled.get());
    }
  }

  /**
   * Takes commands that ask for this source.
   *
   * @param count how many have come at once
   */
  void command(int count) {
    if (pull != null) {
      log.info("{}: the pull under way serves {} more", feed.source(), commands(count));
      return;
    }
    Optional<Instant> closedUntil = feed.agenda().closedUntil(status, now());
    if (closedUntil.isPresent()) {
      refusals += count;
      log.info(
          "{}: refused {} ({} so far): asked at {}, not again before {}",
          feed.source(),
          commands(count),
          refusals,
          status.attemptedAt(),
          closedUntil.get());
      return;
    }
    wanted = true;
  }

  /** Begins a pull when it is time for one. */
  void beginPull() {
    Instant now = now();
    boolean open = feed.agenda().closedUntil(status, now).isEmpty();
    if (pull == null && ((wanted && open) || feed.agenda().isDue(status, now))) {
      begin(new PullOrder(feed.source(), now, status, held.size()));
    }
  }

  void bury(ConsumerRecord<byte[], byte[]> unreadable, String reason) {
    publisher.bury(unreadable, reason);
  }

  /** Calls off a pull under way. */
  @Override
  public void close() {
    if (pull != null) {
      pull.delivery().cancel(true);
    }
    publisher.close();
  }

  private void begin(PullOrder order) {
    wanted = false;
    if (feed.reporting() == Reporting.EVERY_PULL) {
      SourceStatus begun = PullReport.begun(feed.agenda(), order);
      publisher.tell(begun);
      status = begun;
      log.info("{}: pulling", feed.source());
    }
    pull = new UnderWay<>(order, puller.submit(() -> feed.pull(order)));
  }

  private static <V> Delivery<V> delivery(UnderWay<V> ended) {
    try {
      return ended.delivery().get();
    } catch (ExecutionException e) {
      log.error("{}: unexpected failure of a pull", ended.order().source(), e.getCause());
      return Delivery.Failed.of("unexpected: " + e.getCause(), 0);
    } catch (InterruptedException e) {
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
  }

  private void finish(PullOrder order, Delivery<V> delivery, CommandPosition handled) {
    PullReport report = new PullReport(feed.agenda(), order, now());
    if (delivery instanceof Delivery.Everything<V> all) {
      TableDiff<V> diff = TableDiff.between(held, all.values(), feed::saysTheSame, all.rejected());
      publish(diff, end -> report.delivered(all, diff.tally(), end), handled);
    } else if (delivery instanceof Delivery.Unchanged<V> unchanged) {
      publish(nothing(), end -> report.unchanged(unchanged), handled);
    } else if (delivery instanceof Delivery.Disabled<V> disabled) {
      publish(nothing(), end -> report.disabled(disabled), handled);
    } else if (delivery instanceof Delivery.Failed<V> failed) {
      fail(report, failed, handled);
    }
  }

  private void fail(PullReport report, Delivery.Failed<V> failed, CommandPosition handled) {
    Delivery.StandIn<V> standIn = failed.standIn().orElse(null);
    if (standIn == null) {
      publish(nothing(), end -> report.failed(failed), handled);
      return;
    }
    TableDiff<V> diff = TableDiff.between(held, standIn.values(), feed::saysTheSame, 0);
    publish(diff, end -> report.stoodIn(failed, standIn, diff, end), handled);
  }

  private void publish(
      TableDiff<V> diff, LongFunction<SourceStatus> statusFor, CommandPosition handled) {
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
    } else if (after.outcome() == Outcome.DISABLED) {
      log.info("{}: disabled: {}", after.source(), after.reason());
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

  private record UnderWay<V>(PullOrder order, Future<Delivery<V>> delivery) {}
}
