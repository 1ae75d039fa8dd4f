package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.name.NamedRecord;
import java.util.List;

/** The audited names, for tests of other packages. */
public final class AuditedNames {

  private AuditedNames() {}

  public static List<NamedRecord> records() {
    return AuditedName.all().stream().map(AuditedName::record).toList();
  }
}
