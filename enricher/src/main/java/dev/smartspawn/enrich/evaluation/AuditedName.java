package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.name.NameConvention;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.source.SourceReading;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A name and the model it means, decided by hand.
 *
 * @param ids the models it may mean, best first
 * @param judged false for a name that people would decide differently
 */
record AuditedName(NamedRecord record, List<CanonicalId> ids, boolean judged, String why) {

  private static final String TRUTH = "/names/truth.csv";
  private static final String NONE = "-";
  private static final String UNDECIDED = "?";

  /** Every line of names/truth.csv. */
  static List<AuditedName> all() {
    try (InputStream in = AuditedName.class.getResourceAsStream(TRUTH)) {
      byte[] text = Objects.requireNonNull(in, TRUTH).readAllBytes();
      return Csv.rows(new String(text, StandardCharsets.UTF_8)).stream()
          .map(AuditedName::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The model it means if these are on sale; empty for none. */
  Optional<CanonicalId> meaning(Collection<CanonicalId> onSale) {
    return ids.stream().filter(onSale::contains).findFirst();
  }

  private static AuditedName of(List<String> row) {
    String meant = row.get(5);
    Source source = Source.of(row.get(0));
    return new AuditedName(
        new NamedRecord(
            source,
            convention(source),
            "audited/" + row.get(1) + "/" + row.get(2),
            row.get(1),
            nullable(row.get(2)),
            nullable(row.get(3)),
            row.get(4).isEmpty() ? null : LocalDate.parse(row.get(4)),
            null),
        Arrays.stream(meant.split("\\|"))
            .filter(id -> !id.equals(NONE) && !id.equals(UNDECIDED))
            .map(CanonicalId::of)
            .toList(),
        !meant.equals(UNDECIDED),
        row.get(6));
  }

  /** As the source's records have it. The catalogue is the one source without a reading. */
  private static NameConvention convention(Source source) {
    return SourceReadings.ALL.stream()
        .filter(reading -> reading.source().equals(source))
        .map(SourceReading::nameConvention)
        .findFirst()
        .orElse(NameConvention.CATALOGUE_ID);
  }

  private static @Nullable String nullable(String cell) {
    return cell.isEmpty() ? null : cell;
  }
}
