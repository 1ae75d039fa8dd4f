package dev.smartspawn.schema.topic;

import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.KafkaConnection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics that {@link Topics} lists. Every service does this at its start; the first one
 * creates them.
 */
public final class TopicCreation {

  private TopicCreation() {}

  /**
   * Returns once every topic exists; existing topics are left as they are.
   *
   * @throws dev.smartspawn.schema.kafka.KafkaUnusableException within seconds, when the brokers
   *     refuse the connection
   * @throws KafkaException when the broker cannot be reached, or naming the topic, when it refuses
   */
  public static void ensureAll(KafkaClients clients) {
    KafkaConnection.check(clients);
    try (Admin admin = clients.admin("topics")) {
      Map<String, KafkaFuture<Void>> created =
          admin
              .createTopics(
                  Topics.ALL.stream().map(topic -> topic.toNewTopic(clients.access())).toList())
              .values();
      created.forEach(TopicCreation::await);
    }
  }

  private static void await(String name, KafkaFuture<Void> creation) {
    try {
      creation.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new KafkaException("topic '%s' could not be created".formatted(name), e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while creating topic '%s'".formatted(name), e);
    }
  }
}
