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
    SortedMap<CanonicalId, byte @Nullable []> rows = differences(models);
    rows.forEach(this::put);
    return rows;
  }

  /** Of keys and values, as {@link TableFingerprint} defines it. */
  public String fingerprint() {
    return fingerprint.value();
  }

  public int size() {
    return published.rows().size();
  }

  private SortedMap<CanonicalId, byte @Nullable []> differences(
      SortedMap<CanonicalId, EnrichedModel> models) {
    SortedMap<CanonicalId, byte @Nullable []> rows = new TreeMap<>();
    for (Map.Entry<CanonicalId, EnrichedModel> model : models.entrySet()) {
      byte[] bytes = serializer.serialize(Topics.ENRICHED_MODELS.name(), model.getValue());
      if (!Arrays.equals(bytes, published.get(model.getKey()))) {
        rows.put(model.getKey(), bytes);
      }
    }
    for (CanonicalId id : published.rows().keySet()) {
      if (!models.containsKey(id)) {
        rows.put(id, null);
      }
    }
    return rows;
  }

  private void put(CanonicalId id, byte @Nullable [] bytes) {
    fingerprint.change(id.value(), published.get(id), bytes);
    published.put(id, bytes);
  }
}
