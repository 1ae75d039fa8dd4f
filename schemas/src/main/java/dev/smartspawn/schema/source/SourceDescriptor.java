package dev.smartspawn.schema.source;

import dev.smartspawn.schema.raw.RawRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything specific to one pulled source, except how its answers are read. Its raw topic, its
 * settings and its documentation are derived from this.
 *
 * @param source its id
 * @param title the name for people: {@code Artificial Analysis}
 * @param records the contents of its raw topic
 * @param access where and how often it is pulled
 * @param credit the publisher to name when its figures are shown
 * @param <T> type of its records
 */
public record SourceDescriptor<T extends RawRecord>(
    Source source, String title, Records<T> records, Access access, Credit credit) {

  /** The name of the topic its records are published to. */
  public String topicName() {
    return "raw-" + source.id();
  }

  /** The prefix of its settings: {@code SMART_SPAWN_HF_LEADERBOARD}. */
  public String settingPrefix() {
    return "SMART_SPAWN_" + source.id().replace('-', '_').toUpperCase(java.util.Locale.ROOT);
  }

  /**
   * @param key the meaning of a record's key
   * @param meaning the meaning of a record
   */
  public record Records<T extends RawRecord>(Class<T> type, String key, String meaning) {}

  /**
   * @param address the source's own address, which a setting can replace
   * @param addressMeaning what the address leads to
   * @param downloads a second address, if the source keeps its files elsewhere
   * @param host the source on whose host this one is; a mirror of that host serves both. Absent if
   *     the host is its own
   * @param keyVariable the environment variable of its key; absent if it needs none
   * @param interval time from one pull to the next, written as a setting's value: {@code 6h}
   * @param minInterval shortest time between two pulls, written as a setting's value
   */
  public record Access(
      String address,
      String addressMeaning,
      @Nullable Downloads downloads,
      @Nullable SourceDescriptor<?> host,
      @Nullable String keyVariable,
      String interval,
      String minInterval) {

    /** An access without a key, at one address. */
    public static Access open(
        String address, String addressMeaning, String interval, String minInterval) {
      return new Access(address, addressMeaning, null, null, null, interval, minInterval);
    }

    public Access withKey(String variable) {
      return new Access(address, addressMeaning, downloads, host, variable, interval, minInterval);
    }

    public Access withDownloads(String from, String meaning) {
      return new Access(
          address,
          addressMeaning,
          new Downloads(from, meaning),
          host,
          keyVariable,
          interval,
          minInterval);
    }

    /** The same access, at the host of another source. */
    public Access onHostOf(SourceDescriptor<?> other) {
      return new Access(
          address, addressMeaning, downloads, other, keyVariable, interval, minInterval);
    }

    public Optional<String> key() {
      return Optional.ofNullable(keyVariable);
    }
  }

  /** Adds a second address, for files. */
  public record Downloads(String address, String meaning) {}

  /**
   * @param name the publisher's name
   * @param url the publisher's address
   * @param terms what the publisher requires
   */
  public record Credit(String name, String url, String terms) {}
}
