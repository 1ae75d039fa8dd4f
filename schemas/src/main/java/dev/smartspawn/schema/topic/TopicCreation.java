package dev.smartspawn.schema.topic;

import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.KafkaConnection;
import dev.smartspawn.schema.kafka.KafkaUnusableException;
import dev.smartspawn.schema.kafka.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure that the topics of {@link Topics} exist as they must. Every service does this at its
 * start. It looks first, so that it needs the right to create topics only if one is missing.
 */
public final class TopicCreation {

  private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);
  private static final String PLAN = "`smart-spawn topics plan` prints all topics and rights";

  private final Admin admin;
  private final KafkaClients clients;

  private TopicCreation(Admin admin, KafkaClients clients) {
    this.admin = admin;
    this.clients = clients;
  }

  /**
   * Returns once every topic exists. Where the configuration of an existing topic differs, a
   * warning says so.
   *
   * @throws KafkaUnusableException if the brokers refuse the connection, if a topic has a wrong
   *     number of partitions, or if a topic is missing and may not be created
   * @throws KafkaException if no broker can be reached
   */
  public static void ensureAll(KafkaClients clients) {
    for (Difference difference : create(clients)) {
      log.warn("{}; `smart-spawn topics plan --alter` changes it", difference);
    }
  }

  /**
   * The same, and sets the configuration of existing topics where it differs.
   *
   * @return what it has changed
   */
  public static List<Difference> alterAll(KafkaClients clients) {
    List<Difference> differences = create(clients);
    if (!differences.isEmpty()) {
      try (Admin admin = clients.admin("topics")) {
        new TopicCreation(admin, clients).alter(differences);
      }
    }
    return differences;
  }

  /**
   * A topic whose configuration is not what it should be.
   *
   * @param property by Kafka's name
   */
  public record Difference(String topic, String property, String actual, String expected) {

    @Override
    public String toString() {
      return "topic %s has %s=%s: expected %s".formatted(topic, property, actual, expected);
    }
  }

  private static List<Difference> create(KafkaClients clients) {
    KafkaConnection.check(clients);
    try (Admin admin = clients.admin("topics")) {
      return new TopicCreation(admin, clients).create();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException("interrupted while looking at the topics", e);
    }
  }

  private List<Difference> create() throws InterruptedException {
    Map<String, Integer> existing = new LinkedHashMap<>();
    List<Topic<?, ?>> missing = new ArrayList<>();
    Map<String, KafkaFuture<TopicDescription>> found =
        admin.describeTopics(Topics.ALL.stream().map(Topic::name).toList()).topicNameValues();
    for (Topic<?, ?> topic : Topics.ALL) {
      try {
        existing.put(
            topic.name(),
            Objects.requireNonNull(found.get(topic.name())).get().partitions().size());
      } catch (ExecutionException e) {
        if (!isMissingOrHidden(cause(e))) {
          throw new KafkaException("topic '%s' could not be looked at".formatted(topic), cause(e));
        }
        missing.add(topic);
      }
    }
    refuseWrongPartitions(existing);
    create(missing);
    return differences(existing.keySet());
  }

  /** Without the right to describe it, a topic seems to be missing. */
  private static boolean isMissingOrHidden(Throwable failure) {
    return failure instanceof UnknownTopicOrPartitionException
        || failure instanceof AuthorizationException;
  }

  private static void refuseWrongPartitions(Map<String, Integer> existing) {
    String wrong =
        Topics.ALL.stream()
            .filter(topic -> existing.containsKey(topic.name()))
            .filter(topic -> !topic.takesPartitions(existing.getOrDefault(topic.name(), 0)))
            .map(
                topic ->
                    "topic %s has %d partitions: it must have 1, because its records are read in one order"
                        .formatted(topic, existing.getOrDefault(topic.name(), 0)))
            .collect(Collectors.joining(System.lineSeparator()));
    if (!wrong.isEmpty()) {
      throw new KafkaUnusableException(
          "%s%nA topic's partitions cannot be reduced: delete the topic and create it again. %s"
              .formatted(wrong, PLAN));
    }
  }

  private void create(Collection<Topic<?, ?>> missing) throws InterruptedException {
    if (missing.isEmpty()) {
      return;
    }
    Map<String, KafkaFuture<Void>> created =
        admin
            .createTopics(missing.stream().map(t -> t.toNewTopic(clients.access())).toList())
            .values();
    List<Topic<?, ?>> refused = new ArrayList<>();
    for (Topic<?, ?> topic : missing) {
      try {
        Objects.requireNonNull(created.get(topic.name())).get();
      } catch (ExecutionException e) {
        if (cause(e) instanceof AuthorizationException) {
          refused.add(topic);
        } else if (!(cause(e) instanceof TopicExistsException)) {
          throw new KafkaException(
              "topic '%s' could not be created: %s".formatted(topic, cause(e).getMessage()),
              cause(e));
        }
      }
    }
    if (!refused.isEmpty()) {
      throw new KafkaUnusableException(
          "these topics are missing or hidden, and this login may not create them:%n%s%nCreate them so, and give the login the rights to describe, read and write them. %s"
              .formatted(
                  refused.stream()
                      .map(topic -> "  " + topic.creationCommand(clients.access()))
                      .collect(Collectors.joining(System.lineSeparator())),
                  PLAN));
    }
  }

  private List<Difference> differences(Collection<String> existing) throws InterruptedException {
    List<Difference> differences = new ArrayList<>();
    List<ConfigResource> resources = existing.stream().map(TopicCreation::resource).toList();
    try {
      for (Map.Entry<ConfigResource, Config> entry :
          admin.describeConfigs(resources).all().get().entrySet()) {
        Topics.named(entry.getKey().name())
            .ifPresent(topic -> differences.addAll(differences(topic, entry.getValue())));
      }
    } catch (ExecutionException e) {
      log.info(
          "the configuration of the topics cannot be compared with what it should be: {}",
          cause(e).getMessage());
    }
    return differences;
  }

  private List<Difference> differences(Topic<?, ?> topic, Config actual) {
    List<Difference> differences = new ArrayList<>();
    new TreeMap<>(topic.config(clients.access()))
        .forEach(
            (property, expected) -> {
              ConfigEntry entry = actual.get(property);
              if (entry != null && !expected.equals(entry.value())) {
                differences.add(
                    new Difference(
                        topic.name(), property, String.valueOf(entry.value()), expected));
              }
            });
    return differences;
  }

  private void alter(List<Difference> differences) {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new LinkedHashMap<>();
    for (Difference difference : differences) {
      changes
          .computeIfAbsent(resource(difference.topic()), topic -> new ArrayList<>())
          .add(
              new AlterConfigOp(
                  new ConfigEntry(difference.property(), difference.expected()),
                  AlterConfigOp.OpType.SET));
    }
    try {
      admin.incrementalAlterConfigs(changes).all().get();
    } catch (ExecutionException e) {
      throw new KafkaException(
          "the configuration of the topics could not be changed: " + cause(e).getMessage(),
          cause(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException("interrupted while changing the topics", e);
    }
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static Throwable cause(ExecutionException failure) {
    return Objects.requireNonNullElse(failure.getCause(), failure);
  }
}
