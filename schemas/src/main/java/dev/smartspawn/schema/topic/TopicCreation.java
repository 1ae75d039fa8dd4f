package dev.smartspawn.schema.topic;

import dev.smartspawn.schema.kafka.Topic;
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
   * @throws KafkaException naming the topic, when the broker cannot be reached or refuses
   */
  public static void ensureAll(Admin admin) {
    Map<String, KafkaFuture<Void>> created =
        admin.createTopics(Topics.ALL.stream().map(Topic::toNewTopic).toList()).values();
    created.forEach(TopicCreation::await);
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
