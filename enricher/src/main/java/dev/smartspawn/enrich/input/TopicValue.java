package dev.smartspawn.enrich.input;

/**
 * The newest value under a key of a topic, and where in the topic it stands (in partition 0, the
 * only one).
 *
 * @param offset of the record that brought {@code value}
 */
public record TopicValue<V>(V value, long offset) {}
