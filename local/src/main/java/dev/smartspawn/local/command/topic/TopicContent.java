package dev.smartspawn.local.command.topic;

import dev.smartspawn.local.kafka.TopicSnapshotReader;
import dev.smartspawn.schema.kafka.Topic;
import java.util.HashSet;
import java.util.Set;

/**
 * How much is in a topic.
 *
 * @param records committed ones, older versions and tombstones included
 * @param liveKeys keys whose newest record is no tombstone
 * @param unreadable records our serdes refuse
 */
record TopicContent(String topic, long records, int liveKeys, long unreadable) {

  static TopicContent of(Topic<?, ?> topic, TopicSnapshotReader reader) {
    Count count = new Count();
    reader.readAll(topic.name(), bytes -> count.add(ReadableRecord.of(topic, bytes)));
    return new TopicContent(topic.name(), count.records, count.live.size(), count.unreadable);
  }

  private static final class Count {
    private final Set<String> live = new HashSet<>();
    private long records;
    private long unreadable;

    private void add(ReadableRecord record) {
      records++;
      if (record.unreadable() != null) {
        unreadable++;
      }
      if (record.key() == null) {
        return;
      }
      if (record.isTombstone()) {
        live.remove(record.key());
      } else {
        live.add(record.key());
      }
    }
  }
}
