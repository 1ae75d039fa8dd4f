package dev.smartspawn.ingest;

import dev.smartspawn.ingest.feed.Feed;
import dev.smartspawn.ingest.feed.OfflineSnapshot;
import dev.smartspawn.ingest.feed.ReferenceFeed;
import dev.smartspawn.ingest.feed.SourceFeed;
import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.ingestion.Ingestion;
import dev.smartspawn.ingest.publication.IngestorClients;
import dev.smartspawn.ingest.reference.AliasFormat;
import dev.smartspawn.ingest.reference.OverrideFormat;
import dev.smartspawn.ingest.reference.ReferenceFile;
import dev.smartspawn.ingest.schedule.PullSchedule;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.lifecycle.RunningService;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.TopicCreation;
import dev.smartspawn.schema.topic.Topics;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Keeps the topics of all sources and reference files up to date, with one {@link Ingestion} per
 * topic.
 */
public final class Ingestors implements RunningService {

  /** Short, so that a missing network is noticed soon and the snapshot is served. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final Admin admin;
  private final ExecutorService httpThreads;
  private final List<Ingestion<?>> ingestions;

  private Ingestors(Admin admin, ExecutorService httpThreads, List<Ingestion<?>> ingestions) {
    this.admin = admin;
    this.httpThreads = httpThreads;
    this.ingestions = ingestions;
  }

  /**
   * Returns once every topic exists. The pulls run in the background.
   *
   * @throws KafkaException when the broker cannot be reached
   */
  public static Ingestors start(IngestorsConfig config, Clock clock) {
    return start(config, SourceReaders.ALL, clock);
  }

  /** Starts with the given readers, which may read unlisted sources. */
  public static Ingestors start(IngestorsConfig config, SourceReaders readers, Clock clock) {
    KafkaClients clients = new KafkaClients(config.kafka(), "ingestors");
    TopicCreation.ensureAll(clients);
    IngestorClients kafka = new IngestorClients(clients);
    Admin admin = kafka.admin();
    ExecutorService httpThreads = httpThreads();
    List<Ingestion<?>> ingestions =
        Stream.concat(sources(config, readers, clock, httpThreads), references(config, clock))
            .<Ingestion<?>>map(feed -> new Ingestion<>(feed, kafka, admin, clock))
            .toList();
    ingestions.forEach(Ingestion::start);
    return new Ingestors(admin, httpThreads, ingestions);
  }

  @Override
  public String name() {
    return "ingestors";
  }

  /** Ready once every feed has an owner, which may be another instance. */
  @Override
  public Readiness readiness() {
    String waiting =
        ingestions.stream()
            .filter(ingestion -> ingestion.readiness() instanceof Readiness.Restoring)
            .map(ingestion -> ingestion.source().id())
            .collect(Collectors.joining(", "));
    return ingestions.stream()
        .map(Ingestion::readiness)
        .filter(Readiness.Failed.class::isInstance)
        .findFirst()
        .orElse(
            waiting.isEmpty()
                ? Readiness.READY
                : new Readiness.Restoring("waiting for " + waiting));
  }

  @Override
  public void close() {
    ingestions.forEach(Ingestion::stop);
    ingestions.forEach(Ingestion::close);
    httpThreads.shutdownNow();
    admin.close();
  }

  private static Stream<Feed<?>> sources(
      IngestorsConfig config, SourceReaders readers, Clock clock, ExecutorService httpThreads) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(httpThreads)
            .build();
    Function<String, Fetcher> fetchers =
        title -> new Fetcher(client, config.limits(), title, clock, RandomGenerator.getDefault());
    return config.sources().stream()
        .map(
            source -> {
              Path snapshot =
                  OfflineSnapshot.fileOf(config.referenceDir(), source.descriptor().source());
              return feed(readers.reader(source), source.schedule(), snapshot, fetchers);
            });
  }

  private static <T extends RawRecord> Feed<?> feed(
      SourceReader<T> reader,
      PullSchedule schedule,
      Path snapshot,
      Function<String, Fetcher> fetchers) {
    return new SourceFeed<>(reader, schedule, snapshot, fetchers);
  }

  private static Stream<Feed<?>> references(IngestorsConfig config, Clock clock) {
    return Stream.of(
        new ReferenceFeed<>(
            Source.ALIASES,
            Topics.REFERENCE_ALIASES,
            new ReferenceFile<>(config.referenceDir().resolve("aliases.yaml"), new AliasFormat()),
            Alias::name,
            clock),
        new ReferenceFeed<>(
            Source.OVERRIDES,
            Topics.REFERENCE_OVERRIDES,
            new ReferenceFile<>(
                config.referenceDir().resolve("seed-overrides.yaml"), new OverrideFormat()),
            override -> override.canonicalId().value(),
            clock));
  }

  private static ExecutorService httpThreads() {
    AtomicInteger number = new AtomicInteger();
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(task, "source-http-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
