package dev.smartspawn.query.http.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types that a client accepts (RFC 9110, 12.5.1). */
final class MediaRanges {

  private static final String ANY = "*/*";

  private MediaRanges() {}

  /**
   * The offered type that the client prefers; the first one if it accepts none or all alike.
   *
   * @param accept the header's value; empty for none
   * @param offered as {@code text/csv}; at least one
   */
  static String preferred(String accept, List<String> offered) {
    String best = offered.get(0);
    double highest = 0;
    for (String type : offered) {
      double quality = quality(accept, type);
      if (quality > highest) {
        best = type;
        highest = quality;
      }
    }
    return best;
  }

  /** Of the most specific range that the type is in. */
  private static double quality(String accept, String type) {
    String group = type.substring(0, type.indexOf('/')) + "/*";
    return listed(accept, type)
        .or(() -> listed(accept, group))
        .or(() -> listed(accept, ANY))
        .orElse(0.0);
  }

  private static Optional<Double> listed(String accept, String range) {
    for (String each : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = each.strip().split("\\s*;\\s*", -1);
      if (parts[0].equals(range)) {
        return Optional.of(weight(parts));
      }
    }
    return Optional.empty();
  }

  private static double weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].matches("q=[01](\\.[0-9]{0,3})?")) {
        return Double.parseDouble(parts[i].substring(2));
      }
    }
    return 1;
  }
}
