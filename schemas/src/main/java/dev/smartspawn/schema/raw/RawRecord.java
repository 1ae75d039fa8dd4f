package dev.smartspawn.schema.raw;

/** One record of a source. */
public interface RawRecord {

  /** The key in its raw topic, unique within the source. */
  String key();

  /**
   * Whether a later record of the same key says the same, so that it need not be published. It may
   * differ in what only describes the answer that it came from.
   */
  default boolean hasSameContent(RawRecord later) {
    return equals(later);
  }
}
