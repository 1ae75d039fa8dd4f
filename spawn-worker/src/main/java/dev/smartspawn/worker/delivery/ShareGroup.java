package dev.smartspawn.worker.delivery;

import dev.smartspawn.schema.kafka.ClusterNames;
import dev.smartspawn.schema.kafka.KafkaClients;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The share group of all workers. It must be configured before the first slot subscribes.
 *
 * @param deliveryLimit the number of deliveries after which the broker silently drops a record
 */
public record ShareGroup(int deliveryLimit) {

  static final String NAME = ClusterNames.own("workers");

  /** The shortest lock a broker allows by default. */
  static final Duration LOCK = Duration.ofSeconds(15);

  private static final Logger log = LoggerFactory.getLogger(ShareGroup.class);

  /** The embedded broker's maximum, the maximum by default, and a last resort. */
  private static final List<Integer> DELIVERY_LIMITS = List.of(25, 10, 5);

  public static ShareGroup configure(Admin admin) {
    for (int limit : DELIVERY_LIMITS) {
      if (alter(admin, limit)) {
        return new ShareGroup(limit);
      }
    }
    throw new KafkaException("share group '%s' cannot be configured".formatted(NAME));
  }

  /** One record at a time, each acknowledged explicitly. */
  static KafkaShareConsumer<byte[], byte[]> consumer(KafkaClients clients) {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, NAME);
    config.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
    config.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    return clients.shareConsumer("slot", config);
  }

  private static boolean alter(Admin admin, int deliveryLimit) {
    ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, NAME);
    try {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  group,
                  List.of(
                      set("share.auto.offset.reset", "earliest"),
                      // A request of a transaction that is aborted was never made.
                      set("share.isolation.level", "read_committed"),
                      set("share.record.lock.duration.ms", Long.toString(LOCK.toMillis())),
                      set("share.delivery.count.limit", Integer.toString(deliveryLimit)))))
          .all()
          .get();
      return true;
    } catch (ExecutionException e) {
      boolean refused =
          e.getCause() instanceof InvalidConfigurationException
              || e.getCause() instanceof InvalidRequestException;
      if (!refused) {
        throw new KafkaException("share group '%s' cannot be configured".formatted(NAME), e);
      }
      log.debug("the broker does not allow {} deliveries: {}", deliveryLimit, e.toString());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while configuring share group " + NAME, e);
    }
  }

  private static AlterConfigOp set(String key, String value) {
    return new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
  }
}
