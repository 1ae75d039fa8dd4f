package dev.smartspawn.local.kafka;

import dev.smartspawn.schema.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * The configuration of the embedded broker: one small node on loopback that starts and stops
 * quickly.
 */
final class BrokerProperties {

  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";
  static final Duration SESSION_TIMEOUT = Duration.ofSeconds(30);

  private static final String BROKER_LISTENER = "PLAINTEXT";

  private final Properties properties = new Properties();

  private BrokerProperties() {}

  static Properties singleNode(Path logFolder, int port, int controllerPort) {
    BrokerProperties broker = new BrokerProperties();
    broker.listenOnLoopback(port, controllerPort);
    broker.set("log.dirs", logFolder);
    broker.takeOurRecords();
    broker.replicateNothing();
    broker.startAndStopQuickly();
    broker.staySmall();
    return broker.properties;
  }

  private void listenOnLoopback(int port, int controllerPort) {
    set("process.roles", "broker,controller");
    set("node.id", NODE_ID);
    set("controller.listener.names", CONTROLLER_LISTENER);
    set("controller.quorum.voters", NODE_ID + "@" + LoopbackPort.HOST + ":" + controllerPort);
    String broker = BROKER_LISTENER + "://" + LoopbackPort.HOST + ":" + port;
    String controller = CONTROLLER_LISTENER + "://" + LoopbackPort.HOST + ":" + controllerPort;
    set("listeners", broker + "," + controller);
    set("advertised.listeners", broker);
    set("inter.broker.listener.name", BROKER_LISTENER);
    set(
        "listener.security.protocol.map",
        BROKER_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
  }

  private void takeOurRecords() {
    set("auto.create.topics.enable", false);
    set("num.partitions", 1);
    set("message.max.bytes", Topics.MAX_RECORD_BYTES);
    set("replica.fetch.max.bytes", Topics.MAX_RECORD_BYTES);
    // Group offsets record which commands were handled. They must outlive a long pause, such as a
    // holiday.
    set("offsets.retention.minutes", 400 * 24 * 60);
    // A spawn's request outlives this many killed workers before the broker drops it.
    set("group.share.max.delivery.count.limit", 25);
  }

  private void replicateNothing() {
    set("default.replication.factor", 1);
    set("min.insync.replicas", 1);
    set("offsets.topic.replication.factor", 1);
    set("transaction.state.log.replication.factor", 1);
    set("transaction.state.log.min.isr", 1);
    set("share.coordinator.state.topic.replication.factor", 1);
    set("share.coordinator.state.topic.min.isr", 1);
  }

  private void startAndStopQuickly() {
    // A long session, because no other broker could take over. If the session expired on a busy
    // machine, every topic would be offline for nothing.
    set("broker.session.timeout.ms", SESSION_TIMEOUT.toMillis());
    set("broker.heartbeat.interval.ms", 500);
    set("initial.broker.registration.timeout.ms", 10 * SESSION_TIMEOUT.toMillis());
    set("offsets.topic.num.partitions", 4);
    set("transaction.state.log.num.partitions", 4);
    set("share.coordinator.state.topic.num.partitions", 4);
    set("group.initial.rebalance.delay.ms", 0);
    // Members killed with the broker stay in its groups until their session ends.
    set("group.min.session.timeout.ms", 1000);
    // The first check must come when every partition has its leader again: a transaction that is
    // aborted before never ends in the partitions without one, and holds back their readers.
    set("transaction.abort.timed.out.transaction.cleanup.interval.ms", 10_000);
    set("controlled.shutdown.max.retries", 1);
  }

  private void staySmall() {
    set("log.cleaner.dedupe.buffer.size", 8 * 1024 * 1024);
    set("log.index.size.max.bytes", 1024 * 1024);
    set("num.network.threads", 2);
    // For the broker and for the controller each.
    set("num.io.threads", 2);
    set("background.threads", 2);
    set("group.coordinator.threads", 1);
    // The controller writes a record when it has written none for so long.
    set("metadata.max.idle.interval.ms", 10_000);
    set("num.recovery.threads.per.data.dir", 2);
  }

  private void set(String key, Object value) {
    properties.put(key, value.toString());
  }
}
