package dev.smartspawn.ingest.feed;

import com.fasterxml.jackson.databind.JavaType;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Stored records for a source that cannot be reached, in the format of its raw topic.
 *
 * @param asOf the day from which they date
 * @param <T> the source's records
 */
public record OfflineSnapshot<T extends RawRecord>(LocalDate asOf, List<T> records) {

  public OfflineSnapshot {
    if (asOf == null || records == null) {
      throw new IllegalArgumentException("a snapshot needs 'asOf' and 'records'");
    }
    records = List.copyOf(records);
  }

  /** {@code snapshot/<source id>.json} below the folder of reference files. */
  public static Path fileOf(Path referenceDir, Source source) {
    return referenceDir.resolve("snapshot").resolve(source.id() + ".json");
  }

  /**
   * @return empty when there is no such file
   * @throws IOException when the file is not a snapshot
   */
  static <T extends RawRecord> Optional<OfflineSnapshot<T>> read(Path file, Class<T> recordType)
      throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JavaType type =
        Json.MAPPER.getTypeFactory().constructParametricType(OfflineSnapshot.class, recordType);
    return Optional.of(Json.MAPPER.readValue(file.toFile(), type));
  }
}
