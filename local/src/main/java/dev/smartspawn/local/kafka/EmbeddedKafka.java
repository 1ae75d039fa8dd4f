package dev.smartspawn.local.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real single-node Apache Kafka (KRaft: broker and controller in one) in this JVM, listening on
 * 127.0.0.1 only. All its state is in one folder, which it locks while it runs. The ports may
 * differ between starts.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedKafka.class);

  private final KafkaRaftServer server;
  private final FolderLock lock;
  private final RunningMark mark;
  private final TransactionHealer healer;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedKafka(KafkaRaftServer server, FolderLock lock, RunningMark mark, int port) {
    this.server = server;
    this.lock = lock;
    this.mark = mark;
    this.port = port;
    this.healer = TransactionHealer.start(bootstrapServers());
  }

  /**
   * Formats {@code folder} if it is new, and returns once the broker accepts clients.
   *
   * @param folder created if absent
   * @param port of the broker; 0 takes a free one
   * @throws FolderHeldException when this or another process already runs a broker on the folder
   * @throws LoopbackPortTakenException when something else listens on {@code port}
   */
  public static EmbeddedKafka start(Path folder, int port, Clock clock) {
    return start(folder, port, clock, "");
  }

  /**
   * @param holder text that later messages about the held folder show, such as "REST API on port
   *     8080"
   */
  public static EmbeddedKafka start(Path folder, int port, Clock clock, String holder) {
    FolderLock lock = FolderLock.take(folder, clock);
    try {
      int brokerPort = port == 0 ? LoopbackPort.free() : LoopbackPort.requireFree("Kafka", port);
      lock.describe("Kafka on port " + brokerPort + (holder.isEmpty() ? "" : ", " + holder));
      RunningMark mark = new RunningMark(folder);
      KafkaRaftServer server = startServer(folder, brokerPort, mark.remove());
      mark.put();
      return new EmbeddedKafka(server, lock, mark, brokerPort);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** {@code host:port} for clients. */
  public String bootstrapServers() {
    return LoopbackPort.HOST + ":" + port;
  }

  public int port() {
    return port;
  }

  /** Stops the broker cleanly, then releases the folder. Idempotent. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      mark.remove();
      healer.close();
      server.shutdown();
      server.awaitShutdown();
    } finally {
      lock.close();
    }
  }

  private static KafkaRaftServer startServer(Path folder, int port, boolean afterKill) {
    Path logFolder = folder.resolve("log").toAbsolutePath();
    int controllerPort = LoopbackPort.free();
    Properties properties = BrokerProperties.singleNode(logFolder, port, controllerPort);
    format(logFolder);
    KafkaRaftServer server = new KafkaRaftServer(config(properties), Time.SYSTEM);
    StaleRegistration stale = StaleRegistration.removeIf(afterKill, controllerPort);
    try {
      server.startup();
    } catch (RuntimeException e) {
      stopQuietly(server);
      throw new KafkaException(
          "Kafka did not start on %s, port %d: %s".formatted(folder, port, e.getMessage()), e);
    } finally {
      stale.close();
    }
    return server;
  }

  private static KafkaConfig config(Properties properties) {
    boolean logValues = false;
    return new KafkaConfig(properties, logValues);
  }

  /**
   * Gives a new folder its cluster id. It writes meta.properties last, which marks the folder as
   * complete.
   */
  private static void format(Path logFolder) {
    if (Files.exists(logFolder.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(logFolder);
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(BrokerProperties.NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
          .setMetadataLogDirectory(logFolder.toString())
          .addDirectory(logFolder.toString())
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write Kafka's folder " + logFolder, e);
    } catch (Exception e) {
      throw new KafkaException("cannot format Kafka's folder " + logFolder, e);
    }
  }

  private static void stopQuietly(KafkaRaftServer server) {
    try {
      server.shutdown();
    } catch (RuntimeException e) {
      log.debug("a broker that did not start did not stop either", e);
    }
  }
}
