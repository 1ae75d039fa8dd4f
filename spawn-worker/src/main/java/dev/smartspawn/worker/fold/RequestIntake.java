package dev.smartspawn.worker.fold;

import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.RequestRecord;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.topic.DeadLetter;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.schema.trace.RequestId;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Writes each record of spawn-requests to the ledger exactly once: as accepted, with its deadline,
 * or as rejected, with every mistake. Records that are not JSON become dead letters.
 */
final class RequestIntake implements Processor<byte[], byte[], Object, Object> {

  private final String events;
  private final String deadLetters;
  private @Nullable ProcessorContext<Object, Object> context;

  /**
   * @param events name of the sink for events
   * @param deadLetters name of the sink for dead letters
   */
  RequestIntake(String events, String deadLetters) {
    this.events = events;
    this.deadLetters = deadLetters;
  }

  @Override
  public void init(ProcessorContext<Object, Object> initial) {
    context = initial;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata where = context().recordMetadata().orElseThrow();
    RecordPosition position = new RecordPosition(where.partition(), where.offset());
    RequestRecord read = RequestRecord.of(position, record.value());
    Instant at = Instant.ofEpochMilli(record.timestamp());
    RequestId requestId =
        RequestId.of(record.headers(), where.topic(), where.partition(), where.offset());
    if (read instanceof RequestRecord.Good good) {
      enter(
          good.id(),
          requestId,
          at,
          new SpawnStep.Requested(position, good.request(), at.plus(good.request().timeout())));
    } else if (read instanceof RequestRecord.Mistaken mistaken) {
      enter(mistaken.id(), requestId, at, new SpawnStep.Rejected(position, mistaken.mistakes()));
    } else if (read instanceof RequestRecord.Unreadable unreadable) {
      bury(record, position, unreadable.reason());
    }
  }

  private void enter(SpawnId id, RequestId requestId, Instant at, SpawnStep step) {
    Record<Object, Object> entered =
        new Record<>(id, new SpawnEvent(id, at, null, step), at.toEpochMilli());
    requestId.putInto(entered.headers());
    context().forward(entered, events);
  }

  private void bury(Record<byte[], byte[]> record, RecordPosition position, String reason) {
    ProducerRecord<byte[], byte[]> letter =
        DeadLetter.of(
            Topics.SPAWN_REQUESTS.name(),
            position.partition(),
            position.offset(),
            record.key(),
            record.value(),
            FoldTopology.READER,
            reason);
    context()
        .forward(
            new Record<>(letter.key(), letter.value(), record.timestamp(), letter.headers()),
            deadLetters);
  }

  private ProcessorContext<Object, Object> context() {
    if (context == null) {
      throw new IllegalStateException("not initialised");
    }
    return context;
  }
}
