package dev.smartspawn.enrich.input;

/**
 * The newest value of a key of a topic, and its place in the topic (in partition 0, the only one).
 *
 * @param offset of the record with {@code value}
 */
public record TopicValue<V>(V value, long offset) {}
