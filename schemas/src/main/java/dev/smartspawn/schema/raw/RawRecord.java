package dev.smartspawn.schema.raw;

/** One record of a source. */
public interface RawRecord {

  /** What is unique in that source: the key of its raw topic. */
  String key();
}
