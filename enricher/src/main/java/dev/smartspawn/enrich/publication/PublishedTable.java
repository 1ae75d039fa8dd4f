package dev.smartspawn.enrich.publication;

import dev.smartspawn.enrich.store.CachedStore;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.TableFingerprint;
import dev.smartspawn.schema.topic.Topics;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The content of {@link Topics#ENRICHED_MODELS}, byte for byte. */
public final class PublishedTable {

  private final CachedStore<CanonicalId, byte[]> published;
  private final TableFingerprint fingerprint = new TableFingerprint();
  private final Serializer<EnrichedModel> serializer =
      Topics.ENRICHED_MODELS.valueSerde().serializer();

  public PublishedTable(CachedStore<CanonicalId, byte[]> published) {
    this.published = published;
    published.rows().forEach((id, bytes) -> fingerprint.change(id.value(), null, bytes));
  }

  /**
   * Replaces the published models by {@code models}.
   *
   * @return the rows to send: a value for each new or changed row, null for each that is gone
   */
  public SortedMap<CanonicalId, byte @Nullable []> replaceWith(
      SortedMap<CanonicalId, EnrichedModel> models) {
    Map<CanonicalId, byte[]> rows =
        models.values().parallelStream()
            .collect(
                Collectors.toMap(
                    EnrichedModel::id,
                    model -> serializer.serialize(Topics.ENRICHED_MODELS.name(), model)));
    return replaceWithRows(new TreeMap<>(rows));
  }

  /**
   * Takes {@code rows} for what is published, whatever was stored.
   *
   * @return how many rows were stored differently
   */
  int adopt(SortedMap<CanonicalId, byte[]> rows) {
    return replaceWithRows(rows).size();
  }

  /** Of keys and values, as {@link TableFingerprint} defines it. */
  public String fingerprint() {
    return fingerprint.value();
  }

  public int size() {
    return published.rows().size();
  }

  private SortedMap<CanonicalId, byte @Nullable []> replaceWithRows(
      SortedMap<CanonicalId, byte[]> rows) {
    SortedMap<CanonicalId, byte @Nullable []> differences = new TreeMap<>();
    rows.forEach(
        (id, bytes) -> {
          if (!Arrays.equals(bytes, published.get(id))) {
            differences.put(id, bytes);
          }
        });
    for (CanonicalId id : published.rows().keySet()) {
      if (!rows.containsKey(id)) {
        differences.put(id, null);
      }
    }
    differences.forEach(this::put);
    return differences;
  }

  private void put(CanonicalId id, byte @Nullable [] bytes) {
    fingerprint.change(id.value(), published.get(id), bytes);
    published.put(id, bytes);
  }
}
