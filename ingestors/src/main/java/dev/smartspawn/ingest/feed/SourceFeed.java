package dev.smartspawn.ingest.feed;

import com.fasterxml.jackson.core.JacksonException;
import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.schedule.PullSchedule;
import dev.smartspawn.ingest.schedule.PullTiming;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.json.JsonMistake;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source that is read over HTTP. Decides whether its answer is accepted, and serves the snapshot
 * while the source has never been reached.
 *
 * @param <T> the source's records
 */
public final class SourceFeed<T extends RawRecord> implements Feed<Raw<T>> {

  private static final Logger log = LoggerFactory.getLogger(SourceFeed.class);

  private final SourceReader<T> reader;
  private final Topic<String, Raw<T>> topic;
  private final PullSchedule schedule;
  private final Path snapshot;
  private final Function<String, Fetcher> fetchers;

  /**
   * @param snapshot file to use in place of the source; it need not exist
   * @param fetchers source's title to a fetcher for one pull
   */
  public SourceFeed(
      SourceReader<T> reader,
      PullSchedule schedule,
      Path snapshot,
      Function<String, Fetcher> fetchers) {
    this.reader = reader;
    this.topic = reader.topic();
    this.schedule = schedule;
    this.snapshot = snapshot;
    this.fetchers = fetchers;
  }

  @Override
  public Source source() {
    return reader.source();
  }

  @Override
  public Topic<String, Raw<T>> topic() {
    return topic;
  }

  @Override
  public PullTiming timing() {
    return schedule;
  }

  @Override
  public Reporting reporting() {
    return Reporting.EVERY_PULL;
  }

  @Override
  public boolean hasSameContent(Raw<T> one, Raw<T> other) {
    return one.record().hasSameContent(other.record());
  }

  @Override
  public PullResult<Raw<T>> pull(PullContext pull) throws InterruptedException {
    Fetcher fetcher = fetchers.apply(reader.title());
    try {
      return deliver(pull, reader.pull(fetcher, known(pull)), fetcher.requests());
    } catch (PullException e) {
      return failed(pull, String.valueOf(e.getMessage()), e.retryAfter(), fetcher.requests());
    } catch (RuntimeException e) {
      log.error("{}: unexpected failure of a pull", source(), e);
      return failed(pull, "an unexpected error, see the log", Optional.empty(), fetcher.requests());
    }
  }

  /** The validators of the source's last answers, if the topic still holds all of their records. */
  private static Validators known(PullContext pull) {
    boolean whole = pull.hasLiveRecords() && pull.held() == pull.last().count();
    return whole ? new Validators(pull.last().validators()) : Validators.NONE;
  }

  private PullResult<Raw<T>> deliver(PullContext pull, Pulled<T> pulled, int requests)
      throws PullException {
    if (pulled instanceof Pulled.Disabled<T> disabled) {
      return new PullResult.Disabled<>(disabled.reason(), requests);
    }
    if (pulled instanceof Pulled.Records<T> all) {
      RecordCountCheck.check(reader.title(), all.records().size(), pull.last());
      return PullResult.Complete.of(
          stamped(pull, all.records()),
          all.rejected(),
          all.refused(),
          all.validators().byAddress(),
          requests);
    }
    if (pulled instanceof Pulled.Parts<T> parts) {
      return new PartCheck<>(reader.title(), pull, parts)
          .result(records -> stamped(pull, records), requests);
    }
    return new PullResult.Unchanged<>(requests);
  }

  private PullResult<Raw<T>> failed(
      PullContext pull, String reason, Optional<Duration> retryAfter, int requests) {
    if (!pull.wasNeverPulled()) {
      return new PullResult.Failed<>(reason, requests, retryAfter, Optional.empty());
    }
    try {
      Optional<PullResult.StandIn<Raw<T>>> standIn =
          OfflineSnapshot.read(snapshot, reader.descriptor().records().type())
              .map(read -> new PullResult.StandIn<>(read.asOf(), stamped(pull, read.records())));
      return new PullResult.Failed<>(reason, requests, retryAfter, standIn);
    } catch (IOException | RuntimeException e) {
      String unreadable = "the snapshot %s cannot be read: %s".formatted(snapshot, mistake(e));
      log.error("{}: {}", source(), unreadable, e);
      return new PullResult.Failed<>(
          reason + "; " + unreadable, requests, retryAfter, Optional.empty());
    }
  }

  private Map<String, Raw<T>> stamped(PullContext pull, List<T> records) {
    Map<String, Raw<T>> values = new LinkedHashMap<>();
    for (T record : records) {
      values.put(record.key(), new Raw<>(pull.pullId(), pull.begunAt(), record));
    }
    return values;
  }

  private static String mistake(Exception failure) {
    return failure instanceof JacksonException json
        ? JsonMistake.message(json)
        : "it is not a readable file";
  }
}
