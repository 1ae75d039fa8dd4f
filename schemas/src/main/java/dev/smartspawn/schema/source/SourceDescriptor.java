package dev.smartspawn.schema.source;

import dev.smartspawn.schema.raw.RawRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that sets one pulled source apart, except how its answers are read. The raw topic, the
 * settings and the documents are derived from it.
 *
 * @param source its id
 * @param title what people call it: {@code Artificial Analysis}
 * @param records what its raw topic holds
 * @param access where and how often it is asked
 * @param credit who is named when its figures are shown
 * @param <T> its records
 */
public record SourceDescriptor<T extends RawRecord>(
    Source source, String title, Records<T> records, Access access, Credit credit) {

  /** The name of the topic its records are published to. */
  public String topicName() {
    return "raw-" + source.id();
  }

  /** How its settings begin: {@code SMART_SPAWN_HF_LEADERBOARD}. */
  public String settingPrefix() {
    return "SMART_SPAWN_" + source.id().replace('-', '_').toUpperCase(java.util.Locale.ROOT);
  }

  /**
   * @param key what a record is keyed by
   * @param meaning what a record is
   */
  public record Records<T extends RawRecord>(Class<T> type, String key, String meaning) {}

  /**
   * @param address its own, which a setting can replace
   * @param addressMeaning what is found there
   * @param downloads a second address, where the source keeps its files elsewhere
   * @param keyVariable the environment variable of its key; absent where no key is needed
   * @param interval from one pull to the next, as a setting's value: {@code 6h}
   * @param minInterval it is never asked more often, as a setting's value
   */
  public record Access(
      String address,
      String addressMeaning,
      @Nullable Downloads downloads,
      @Nullable String keyVariable,
      String interval,
      String minInterval) {

    /** An access without a key, at one address. */
    public static Access open(
        String address, String addressMeaning, String interval, String minInterval) {
      return new Access(address, addressMeaning, null, null, interval, minInterval);
    }

    public Access withKey(String variable) {
      return new Access(address, addressMeaning, downloads, variable, interval, minInterval);
    }

    public Access withDownloads(String from, String meaning) {
      return new Access(
          address,
          addressMeaning,
          new Downloads(from, meaning),
          keyVariable,
          interval,
          minInterval);
    }

    public Optional<String> key() {
      return Optional.ofNullable(keyVariable);
    }
  }

  /** A second address. */
  public record Downloads(String address, String meaning) {}

  /**
   * @param name of the publisher
   * @param url of the publisher
   * @param terms what the publisher asks for
   */
  public record Credit(String name, String url, String terms) {}
}
