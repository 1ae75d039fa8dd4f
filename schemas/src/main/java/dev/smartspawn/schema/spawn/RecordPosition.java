package dev.smartspawn.schema.spawn;

/** Where a request stands in spawn-requests. Two positions with one id are two deliveries of it. */
public record RecordPosition(int partition, long offset) {

  @Override
  public String toString() {
    return partition + "-" + offset;
  }
}
