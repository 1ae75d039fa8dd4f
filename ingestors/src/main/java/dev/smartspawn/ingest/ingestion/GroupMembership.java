package dev.smartspawn.ingest.ingestion;

import java.util.Collection;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** This instance's state in a group whose members share a single partition. */
final class GroupMembership implements ConsumerRebalanceListener {

  private final TopicPartition partition;
  private final Runnable onLoss;
  private State state = State.JOINING;

  /** The state of an instance. */
  enum State {
    JOINING,
    /** Another instance holds the partition. */
    STANDING_BY,
    HOLDING
  }

  /**
   * @param onLoss run as soon as the partition is taken away
   */
  GroupMembership(TopicPartition partition, Runnable onLoss) {
    this.partition = partition;
    this.onLoss = onLoss;
  }

  State state() {
    return state;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> added) {
    if (added.contains(partition)) {
      state = State.HOLDING;
    } else if (state != State.HOLDING) {
      state = State.STANDING_BY;
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> taken) {
    if (taken.contains(partition)) {
      state = State.STANDING_BY;
      onLoss.run();
    }
  }
}
