package dev.smartspawn.query.cost;

import dev.smartspawn.schema.cost.SpendKey;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What costs can be added up by. */
enum CostDimension {
  DAY,
  MODEL,
  CATEGORY,
  MODE,
  PROFILE,
  PURPOSE;

  private static final String UNKNOWN = "unknown";

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value's text; {@code unknown} where the ledger does not have it. */
  String of(SpendKey key) {
    return switch (this) {
      case DAY -> key.day().toString();
      case MODEL -> key.model().value();
      case CATEGORY -> key.category() == null ? UNKNOWN : key.category().id();
      case MODE -> key.mode() == null ? UNKNOWN : key.mode().id();
      case PROFILE -> key.profile();
      case PURPOSE -> key.purpose().id();
    };
  }

  static Optional<CostDimension> find(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  static String known() {
    return Arrays.stream(values()).map(CostDimension::id).collect(Collectors.joining(", "));
  }
}
