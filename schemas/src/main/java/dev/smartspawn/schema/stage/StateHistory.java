package dev.smartspawn.schema.stage;

/** What Kafka knows about the past of a stage. It is asked only when a store has no mark. */
public interface StateHistory {

  /** Of a stage that starts for the first time. */
  StateHistory NONE =
      new StateHistory() {
        @Override
        public boolean hasCommitted(int partition) {
          return false;
        }

        @Override
        public Changelog changelog(String store, int partition) {
          return new Changelog(0, 0);
        }
      };

  /**
   * @param written records ever written
   * @param rows keys that have a value
   */
  record Changelog(long written, long rows) {}

  /** Whether the stage has committed offsets of this partition of its input topics. */
  boolean hasCommitted(int partition);

  /**
   * The offset at which this partition of the input topics begins. Above 0, older records have been
   * deleted.
   */
  default long beginning(int partition) {
    return 0;
  }

  /** The changelog of a store, as committed; empty if it does not exist. */
  Changelog changelog(String store, int partition);
}
