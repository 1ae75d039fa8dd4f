package dev.smartspawn.ingest.feed;

import dev.smartspawn.ingest.reference.FileWatch;
import dev.smartspawn.ingest.reference.ReferenceException;
import dev.smartspawn.ingest.reference.ReferenceFile;
import dev.smartspawn.ingest.schedule.PullTiming;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.source.Source;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file maintained by hand. While it cannot be read, its last good version stays in use.
 *
 * @param <V> type that an entry is read into
 */
public final class ReferenceFeed<V> implements Feed<V> {

  private static final Logger log = LoggerFactory.getLogger(ReferenceFeed.class);

  private final Source source;
  private final Topic<?, V> topic;
  private final ReferenceFile<V> file;
  private final Function<V, String> key;
  private final FileWatch watch;
  private final Clock clock;

  /** Whether the missing file has already been logged. */
  private boolean missing;

  /**
   * @param key returns the key of an entry in the topic
   */
  public ReferenceFeed(
      Source source,
      Topic<?, V> topic,
      ReferenceFile<V> file,
      Function<V, String> key,
      Clock clock) {
    this.source = source;
    this.topic = topic;
    this.file = file;
    this.key = key;
    this.watch = new FileWatch(file.path());
    this.clock = clock;
  }

  @Override
  public Source source() {
    return source;
  }

  @Override
  public Topic<?, V> topic() {
    return topic;
  }

  @Override
  public PullTiming timing() {
    return new FileChangeTiming(watch);
  }

  @Override
  public Reporting reporting() {
    return Reporting.CHANGES;
  }

  @Override
  public boolean hasSameContent(V one, V other) {
    return one.equals(other);
  }

  @Override
  public PullResult<V> pull(PullContext pull) {
    watch.noteRead(clock.instant());
    try {
      Optional<List<V>> entries = file.read();
      if (entries.isEmpty() && !missing) {
        log.info("{}: no file {}; taken as empty", source, file.path());
      }
      missing = entries.isEmpty();
      Map<String, V> values = new LinkedHashMap<>();
      entries.orElse(List.of()).forEach(entry -> values.put(key.apply(entry), entry));
      return PullResult.Complete.of(values, 0, Map.of(), Map.of(), 0);
    } catch (ReferenceException e) {
      return PullResult.Failed.of(e.getMessage() + "; the last good version stays in use", 0);
    }
  }
}
