package dev.smartspawn.local.kafka;

import dev.smartspawn.local.ScratchFolder;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/**
 * A real Kafka for a test: the official image where there is Docker, the embedded broker otherwise.
 *
 * @param bootstrapServers host:port for clients
 * @param stop ends it
 */
public record TestKafka(String bootstrapServers, Runnable stop) implements AutoCloseable {

  /** The image docker-compose.yml runs, too. */
  public static final String IMAGE = "apache/kafka:4.3.1";

  private static final Logger log = LoggerFactory.getLogger(TestKafka.class);

  public static TestKafka start() {
    boolean docker = DockerClientFactory.instance().isDockerAvailable();
    log.info("tests run on {}", docker ? IMAGE : "the embedded broker: there is no Docker here");
    return docker ? container() : embedded();
  }

  @Override
  public void close() {
    stop.run();
  }

  private static TestKafka container() {
    KafkaContainer container = new KafkaContainer(IMAGE);
    container.start();
    return new TestKafka(container.getBootstrapServers(), container::stop);
  }

  private static TestKafka embedded() {
    ScratchFolder folder = ScratchFolder.create("smart-spawn-kafka");
    EmbeddedKafka kafka = EmbeddedKafka.start(folder.path(), 0, Clock.systemUTC());
    return new TestKafka(
        kafka.bootstrapServers(),
        () -> {
          kafka.close();
          folder.close();
        });
  }
}
