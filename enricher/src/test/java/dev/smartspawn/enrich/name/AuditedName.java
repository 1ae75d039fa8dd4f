package dev.smartspawn.enrich.name;

import dev.smartspawn.schema.Source;
import dev.smartspawn.schema.enriched.CanonicalId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A name and what it means, by hand.
 *
 * @param ids the models it may mean, best first
 * @param judged false for a name about which people would disagree
 */
record AuditedName(NamedRecord record, List<CanonicalId> ids, boolean judged, String why) {

  private static final String NONE = "-";
  private static final String UNDECIDED = "?";

  /** names/truth.csv. */
  static List<AuditedName> all() {
    return Csv.rows(Resources.text("names/truth.csv")).stream().map(AuditedName::of).toList();
  }

  /** What it means where these are the models on sale; empty for none. */
  Optional<CanonicalId> meaning(Collection<CanonicalId> onSale) {
    return ids.stream().filter(onSale::contains).findFirst();
  }

  private static AuditedName of(List<String> row) {
    String meant = row.get(5);
    return new AuditedName(
        new NamedRecord(
            Source.of(row.get(0)),
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

  private static @Nullable String nullable(String cell) {
    return cell.isEmpty() ? null : cell;
  }
}
