package dev.smartspawn.schema.spawn;

/**
 * The position of a request in spawn-requests. Two records with the same spawn id have different
 * positions.
 */
public record RecordPosition(int partition, long offset) {

  @Override
  public String toString() {
    return partition + "-" + offset;
  }
}
