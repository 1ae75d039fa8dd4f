package dev.smartspawn.local.source;

import dev.smartspawn.schema.raw.RawRecord;

/** A record of the toy source. */
record ToyRating(String name, double score) implements RawRecord {

  @Override
  public String key() {
    return name;
  }
}
