package dev.smartspawn.schema.money;

import org.jspecify.annotations.Nullable;

/**
 * Where a list price is written down. It is recorded with what was reckoned with the price, so that
 * the price can be looked up after it has changed.
 *
 * @param source the topic, such as {@code raw-openrouter}, the operator's file, or {@code built-in}
 *     for the table of fallback models
 * @param partition of the record in the topic; absent for anything else
 * @param offset of the record in the topic; absent for anything else
 * @param line in the file, from 1; absent for anything else
 */
public record PriceReference(
    String source, @Nullable Integer partition, @Nullable Long offset, @Nullable Integer line) {

  /** The table of fallback models that is part of the program. */
  public static final PriceReference BUILT_IN = new PriceReference("built-in", null, null, null);

  /** A record of a topic. */
  public static PriceReference ofRecord(String topic, int partition, long offset) {
    return new PriceReference(topic, partition, offset, null);
  }

  /** A line of the operator's file. */
  public static PriceReference ofLine(String file, int line) {
    return new PriceReference(file, null, null, line);
  }
}
