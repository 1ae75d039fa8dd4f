package dev.smartspawn.schema.raw;

/** One record of a source. */
public interface RawRecord {

  /** The key in its raw topic, unique within the source. */
  String key();
}
