package dev.smartspawn.worker.delivery;

import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.trace.RequestId;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A valid request, as the broker delivered it to a slot. */
record RequestDelivery(SpawnId id, SpawnRequest request, ConsumerRecord<byte[], byte[]> record) {

  RecordPosition position() {
    return new RecordPosition(record.partition(), record.offset());
  }

  /** How often the broker has delivered the record, this time included. */
  int count() {
    return record.deliveryCount().map(Short::intValue).orElse(1);
  }

  RequestId requestId() {
    return RequestId.of(record.headers(), record.topic(), record.partition(), record.offset());
  }

  /** When the record arrived in the topic. */
  Instant requestedAt() {
    return Instant.ofEpochMilli(record.timestamp());
  }

  Instant deadline() {
    return requestedAt().plus(request.timeout());
  }
}
