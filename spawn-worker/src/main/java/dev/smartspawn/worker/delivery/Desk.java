package dev.smartspawn.worker.delivery;

import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.claim.Attempt;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a slot does with a request: whoever takes it decides what is to become of the record. */
interface Desk {

  /** A request as it was delivered. */
  record Delivery(SpawnId id, SpawnRequest request, ConsumerRecord<byte[], byte[]> record) {

    RecordPosition position() {
      return new RecordPosition(record.partition(), record.offset());
    }

    /** How often the broker has delivered it, this time included. */
    int count() {
      return record.deliveryCount().map(Short::intValue).orElse(1);
    }

    RequestId requestId() {
      return RequestId.of(record.headers(), record.topic(), record.partition(), record.offset());
    }

    /** When it arrived in the topic. */
    Instant requestedAt() {
      return Instant.ofEpochMilli(record.timestamp());
    }

    Instant deadline() {
      return requestedAt().plus(request.timeout());
    }
  }

  /** What is to become of a delivered request. */
  sealed interface Decision {
    /** To be run under this claim. */
    record Run(Attempt attempt) implements Decision {}

    /** It need not be run. */
    record Skip() implements Decision {}

    /**
     * A newer delivery of it is being run; should that one come to nothing, this one counts again.
     */
    record Yield() implements Decision {}

    /** It has been tried too often. */
    record Quarantine() implements Decision {}
  }

  Decision decide(Delivery delivery);

  /** Returns when the spawn has ended, or is no longer this attempt's. */
  void run(Delivery delivery, Attempt attempt);
}
