package dev.smartspawn.local.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.smartspawn.enrich.EnricherConfig;
import dev.smartspawn.enrich.EnrichmentTopology;
import dev.smartspawn.enrich.ImplausibleTable;
import dev.smartspawn.enrich.source.SourceReading;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.ingest.IngestorsConfig;
import dev.smartspawn.ingest.SourceConfig;
import dev.smartspawn.ingest.SourceReaders;
import dev.smartspawn.ingest.feed.PullContext;
import dev.smartspawn.ingest.feed.PullResult;
import dev.smartspawn.ingest.feed.SourceFeed;
import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModelBuilder;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatusBuilder;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.source.SourceDescriptor;
import dev.smartspawn.schema.source.SourceDescriptor.Access;
import dev.smartspawn.schema.source.SourceDescriptor.Credit;
import dev.smartspawn.schema.source.SourceDescriptor.Records;
import dev.smartspawn.schema.topic.Topics;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Adds a source by the recipe in CONTRIBUTING: a descriptor, a reader for the ingestors, a reading
 * for the enricher. One record is followed from its HTTP answer to the evidence of a model.
 */
class ToySourceTest {

  private static final SourceDescriptor<ToyRating> TOY =
      new SourceDescriptor<>(
          new Source("toy-board"),
          "Toy board",
          new Records<>(ToyRating.class, "the model's name", "a rating"),
          Access.open("https://toy.invalid", "address of the toy board", "6h", "60s"),
          new Credit("Toy board", "https://toy.invalid", "none"));

  private static final Instant NOW = Instant.parse("2026-07-22T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String PULL = "toy-board@" + NOW;

  private HttpServer host;

  @BeforeEach
  void serve() throws IOException {
    host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host.createContext(
        "/ratings.json",
        exchange -> {
          byte[] body =
              "{\"ratings\":[{\"name\":\"maker/big-1\",\"score\":0.75}]}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    host.start();
  }

  @AfterEach
  void close() {
    host.stop(0);
  }

  @Test
  void recordOfANewSourceBecomesEvidence() throws InterruptedException {
    PullResult.Complete<Raw<ToyRating>> pulled = pull();
    assertThat(pulled.values())
        .containsOnly(
            Map.entry("maker/big-1", new Raw<>(PULL, NOW, new ToyRating("maker/big-1", 0.75))));

    EnrichedModel model = enrich(pulled.values().get("maker/big-1"));

    assertThat(model.sourcesCovered()).contains(TOY.source());
    assertThat(model.evidence())
        .filteredOn(number -> number.source().equals(TOY.source()))
        .singleElement()
        .satisfies(
            number -> {
              assertThat(number.metric()).isEqualTo("toy-board/score");
              assertThat(number.value()).isEqualTo(75);
              assertThat(number.topic()).isEqualTo("raw-toy-board");
              assertThat(number.sourceId()).isEqualTo("maker/big-1");
            })
        .extracting(Evidence::pulledAt)
        .isEqualTo(NOW);
  }

  @Test
  void settingsOfANewSourceAreDerived() {
    SourceConfig config = config(Map.of("SMART_SPAWN_TOY_BOARD_INTERVAL", "2h"));

    assertThat(config.schedule().interval()).isEqualTo(Duration.ofHours(2));
    assertThat(config.schedule().minInterval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.address()).hasToString("https://toy.invalid");
  }

  private PullResult.Complete<Raw<ToyRating>> pull() throws InterruptedException {
    SourceConfig config =
        config(
            Map.of("SMART_SPAWN_TOY_BOARD_URL", "http://127.0.0.1:" + host.getAddress().getPort()));
    SourceReaders readers =
        new SourceReaders(Map.of(TOY.source(), own -> new ToyReader(TOY, own.address())));
    @SuppressWarnings("unchecked")
    SourceReader<ToyRating> reader = (SourceReader<ToyRating>) readers.reader(config);
    SourceFeed<ToyRating> feed =
        new SourceFeed<>(
            reader,
            config.schedule(),
            Path.of("no-snapshot.json"),
            title ->
                new Fetcher(
                    HttpClient.newHttpClient(),
                    ingestors(Map.of()).limits(),
                    title,
                    CLOCK,
                    RandomGenerator.getDefault()));
    PullContext first =
        new PullContext(TOY.source(), NOW, SourceStatus.never(TOY.source()), Set.of());
    return (PullResult.Complete<Raw<ToyRating>>) feed.pull(first);
  }

  private static SourceConfig config(Map<String, String> environment) {
    return ingestors(environment).sources().get(0);
  }

  private static IngestorsConfig ingestors(Map<String, String> environment) {
    Settings settings = Settings.from(environment, List.of(TOY));
    IngestorsConfig config = IngestorsConfig.from(settings, List.of(TOY));
    settings.rejectMistakes();
    return config;
  }

  private static EnrichedModel enrich(Raw<ToyRating> rating) {
    List<SourceReading<?>> readings = new ArrayList<>(SourceReadings.ALL);
    readings.add(new ToyReading(TOY));
    EnrichmentTopology topology =
        new EnrichmentTopology(CLOCK, readings, Stores::inMemoryKeyValueStore);
    try (TopologyTestDriver driver = new TopologyTestDriver(topology.build(), properties(), NOW)) {
      pulled(driver, Source.OPENROUTER, Topics.RAW_OPENROUTER, new Raw<>("or", NOW, listing()));
      pulled(driver, TOY.source(), Topics.raw(TOY), rating);
      for (int i = 0; i < 50; i++) {
        driver.advanceWallClockTime(Duration.ofMillis(100));
      }
      return driver
          .createOutputTopic(
              Topics.ENRICHED_MODELS.name(),
              Topics.ENRICHED_MODELS.keySerde().deserializer(),
              new ByteArrayDeserializer())
          .readKeyValuesToMap()
          .entrySet()
          .stream()
          .filter(entry -> entry.getKey().equals(CanonicalId.of("maker/big-1")))
          .map(
              entry ->
                  Topics.ENRICHED_MODELS
                      .valueSerde()
                      .deserializer()
                      .deserialize("", entry.getValue()))
          .findFirst()
          .orElseThrow();
    }
  }

  /** A pull of one record, then its outcome. */
  private static <T extends RawRecord> void pulled(
      TopologyTestDriver driver, Source source, Topic<String, Raw<T>> topic, Raw<T> value) {
    send(driver, topic, value.record().key(), value);
    SourceStatus status =
        new SourceStatusBuilder(source)
            .outcome(SourceStatus.Outcome.OK, null)
            .records(value.pullId(), NOW, 1, SourceStatus.Origin.LIVE)
            .rawEndOffset(1)
            .asked(NOW, null)
            .finishedAt(NOW)
            .build();
    send(driver, Topics.SOURCE_STATUS, source.id(), status);
  }

  private static <K, V> void send(TopologyTestDriver driver, Topic<K, V> topic, K key, V value) {
    driver
        .createInputTopic(
            topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer())
        .pipeInput(key, value);
  }

  private static OpenRouterModel listing() {
    return new OpenRouterModelBuilder()
        .id("maker/big-1")
        .name("Maker: Big 1")
        .contextLength(64_000)
        .inputModalities(List.of("text"))
        .outputModalities(List.of("text"))
        .pricing(
            new OpenRouterModel.Pricing(
                new BigDecimal("0.000001"), new BigDecimal("0.000004"), null, null, null, null))
        .build();
  }

  private static Properties properties() {
    Properties properties =
        new EnricherConfig(KafkaAccess.plain("127.0.0.1:1"), ImplausibleTable.REFUSE)
            .streamsProperties();
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    return properties;
  }
}
