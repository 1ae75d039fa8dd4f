package dev.smartspawn.local.bench;

import dev.smartspawn.local.bench.Measurement.Bound;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Measures, on a warm system, the time from a plain client's refresh command on its topic to the
 * last changed model in the answers.
 */
final class RefreshBenchmark {

  private static final double PROMISED_SECONDS = 3;
  private static final double PROMISED_PICK_MILLIS = 50;

  /** Until what a refresh leaves behind has been done. */
  private static final int AFTERWARDS_MILLIS = 500;

  private static final byte[] COMMAND = "{}".getBytes(StandardCharsets.UTF_8);

  private final SystemProcess system;
  private final AlternatingSources sources;

  RefreshBenchmark(SystemProcess system, AlternatingSources sources) {
    this.system = system;
    this.sources = sources;
  }

  Measurement measure(int rounds) throws InterruptedException, TimeoutException {
    List<Double> seconds = new ArrayList<>();
    try (Producer<byte[], byte[]> producer =
        KafkaClients.plain(system.bootstrapServers(), "benchmark").producer("refresh", Map.of())) {
      refresh(producer); // connects, and warms everything up
      for (int round = 0; round < rounds; round++) {
        seconds.add(refresh(producer));
      }
    }
    return new Measurement(
        "command to last model visible, all sources changed, s",
        seconds,
        Bound.AT_MOST,
        PROMISED_SECONDS);
  }

  /** How long /pick takes at worst while refreshes are applied. */
  Measurement measureLongestPick(int rounds)
      throws IOException, InterruptedException, TimeoutException {
    List<Double> millis = new ArrayList<>();
    try (PickWatch picks = PickWatch.start(system);
        Producer<byte[], byte[]> producer =
            KafkaClients.plain(system.bootstrapServers(), "benchmark")
                .producer("refresh", Map.of())) {
      refresh(producer);
      double unused = picks.takeLongestMillis();
      for (int round = 0; round < rounds; round++) {
        refresh(producer);
        Thread.sleep(AFTERWARDS_MILLIS);
        millis.add(picks.takeLongestMillis());
      }
    }
    return new Measurement(
        "longest /pick during a refresh, ms", millis, Bound.AT_MOST, PROMISED_PICK_MILLIS);
  }

  private double refresh(Producer<byte[], byte[]> producer)
      throws InterruptedException, TimeoutException {
    sources.alternate();
    StatusAnswer before = system.api().status();
    long begun = System.nanoTime();
    var unused = producer.send(new ProducerRecord<>(Topics.REFRESH_COMMANDS.name(), COMMAND));
    producer.flush();
    system.api().awaitStatus(Benchmark.PATIENCE, now -> now.isRefreshedSince(before));
    return (System.nanoTime() - begun) / 1e9;
  }
}
