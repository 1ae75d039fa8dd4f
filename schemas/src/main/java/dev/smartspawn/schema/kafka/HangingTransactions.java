package dev.smartspawn.schema.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds transactions that nobody will end. A partition whose broker was killed can keep such a
 * transaction: the coordinator ended it without telling the partition. From then on readers of
 * committed records see nothing new in the partition. KIP-664 describes the kinds.
 */
public final class HangingTransactions {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Set<TransactionState> OPEN =
      Set.of(
          TransactionState.ONGOING,
          TransactionState.PREPARE_COMMIT,
          TransactionState.PREPARE_ABORT,
          TransactionState.PREPARE_EPOCH_FENCE);

  private final Admin admin;
  private final Predicate<String> topics;
  private Set<Hanging> suspected = Set.of();

  /**
   * @param topics whether a topic of this name is looked at
   */
  public HangingTransactions(Admin admin, Predicate<String> topics) {
    this.admin = admin;
    this.topics = topics;
  }

  /**
   * A transaction that nobody will end.
   *
   * @param startOffset of its first record in the partition; committed readers stay before it
   * @param transactionalId of its producer; empty if no coordinator knows the producer
   */
  public record Hanging(
      TopicPartition partition,
      long producerId,
      short producerEpoch,
      int coordinatorEpoch,
      long startOffset,
      Optional<String> transactionalId) {

    /**
     * Ends the transaction in its partition. Needs the right {@code CLUSTER_ACTION} on the cluster.
     */
    public KafkaFuture<Void> abort(Admin admin) {
      return admin
          .abortTransaction(
              new AbortTransactionSpec(partition, producerId, producerEpoch, coordinatorEpoch))
          .all();
    }

    /** For people: the command that ends it. */
    public String command(String bootstrapServers) {
      return "kafka-transactions.sh --bootstrap-server %s abort --topic %s --partition %d --start-offset %d"
          .formatted(bootstrapServers, partition.topic(), partition.partition(), startOffset);
    }
  }

  /**
   * Those that hung at this call and at the one before. Call it again after a second or more: a
   * transaction that is just being ended looks the same for a moment.
   *
   * @throws ExecutionException if a broker cannot be reached or refuses
   */
  public List<Hanging> find() throws InterruptedException, ExecutionException, TimeoutException {
    Set<Hanging> now = withoutAnEnd(held());
    List<Hanging> twice = now.stream().filter(suspected::contains).toList();
    suspected = now;
    return twice;
  }

  /** Whether the last look found a transaction that the next look may show to hang. */
  public boolean hasSuspects() {
    return !suspected.isEmpty();
  }

  /** Partitions that have records which readers of committed records do not see. */
  private Set<TopicPartition> held()
      throws InterruptedException, ExecutionException, TimeoutException {
    Set<String> names =
        get(admin.listTopics(new ListTopicsOptions().listInternal(true)).names()).stream()
            .filter(topics)
            .collect(Collectors.toSet());
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (TopicDescription topic : get(admin.describeTopics(names).allTopicNames()).values()) {
      topic
          .partitions()
          .forEach(
              partition ->
                  latest.put(
                      new TopicPartition(topic.name(), partition.partition()),
                      OffsetSpec.latest()));
    }
    Map<TopicPartition, ListOffsetsResultInfo> stable =
        offsets(latest, IsolationLevel.READ_COMMITTED);
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        offsets(latest, IsolationLevel.READ_UNCOMMITTED);
    return stable.entrySet().stream()
        .filter(
            each -> {
              ListOffsetsResultInfo end = ends.get(each.getKey());
              return end != null && each.getValue().offset() < end.offset();
            })
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Map<TopicPartition, OffsetSpec> latest, IsolationLevel level)
      throws InterruptedException, ExecutionException, TimeoutException {
    return get(admin.listOffsets(latest, new ListOffsetsOptions(level)).all());
  }

  private Set<Hanging> withoutAnEnd(Set<TopicPartition> held)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (held.isEmpty()) {
      return Set.of();
    }
    Set<Hanging> hanging = new HashSet<>();
    for (Map.Entry<TopicPartition, PartitionProducerState> partition :
        get(admin.describeProducers(held).all()).entrySet()) {
      for (ProducerState producer : partition.getValue().activeProducers()) {
        if (producer.currentTransactionStartOffset().isPresent()) {
          withoutAnEnd(partition.getKey(), producer).ifPresent(hanging::add);
        }
      }
    }
    return hanging;
  }

  private Optional<Hanging> withoutAnEnd(TopicPartition partition, ProducerState producer)
      throws InterruptedException, ExecutionException, TimeoutException {
    Optional<String> id = transactionalId(producer.producerId());
    if (id.isPresent() && isOpen(id.get(), partition, producer)) {
      return Optional.empty();
    }
    return Optional.of(
        new Hanging(
            partition,
            producer.producerId(),
            (short) producer.producerEpoch(),
            // A producer that never ended a transaction here has no epoch of a coordinator yet.
            Math.max(0, producer.coordinatorEpoch().orElse(0)),
            producer.currentTransactionStartOffset().getAsLong(),
            id));
  }

  private Optional<String> transactionalId(long producerId)
      throws InterruptedException, ExecutionException, TimeoutException {
    return get(
            admin
                .listTransactions(
                    new ListTransactionsOptions().filterProducerIds(Set.of(producerId)))
                .all())
        .stream()
        .map(TransactionListing::transactionalId)
        .findFirst();
  }

  /** Whether the coordinator still has this transaction, and so will end it. */
  private boolean isOpen(String id, TopicPartition partition, ProducerState producer)
      throws InterruptedException, ExecutionException, TimeoutException {
    TransactionDescription now = get(admin.describeTransactions(Set.of(id)).description(id));
    boolean sameTransaction =
        now.state() != TransactionState.ONGOING || now.producerEpoch() == producer.producerEpoch();
    return OPEN.contains(now.state())
        && now.producerId() == producer.producerId()
        && now.topicPartitions().contains(partition)
        && sameTransaction;
  }

  private static <T> T get(KafkaFuture<T> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
