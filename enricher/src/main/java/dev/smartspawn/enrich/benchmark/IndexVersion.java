package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The version of Artificial Analysis' indices that is used. Figures of two versions cannot be
 * compared, so figures of any other version are left out.
 *
 * @param name as the source writes it; blank where it names none
 */
public record IndexVersion(String name) {

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Comparator<String> BY_NUMBERS =
      Comparator.comparing(IndexVersion::sortable).thenComparing(Comparator.naturalOrder());

  /** The most frequent version; of equally frequent ones the newest. */
  public static IndexVersion prevailing(Collection<ArtificialAnalysisModel> rows) {
    Map<String, Long> frequency =
        rows.stream().collect(Collectors.groupingBy(IndexVersion::nameOf, Collectors.counting()));
    return frequency.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(BY_NUMBERS)))
        .map(entry -> new IndexVersion(entry.getKey()))
        .orElse(new IndexVersion(""));
  }

  public boolean isOf(ArtificialAnalysisModel row) {
    return nameOf(row).equals(name);
  }

  private static String nameOf(ArtificialAnalysisModel row) {
    return row.indexVersion() == null ? "" : row.indexVersion();
  }

  /** Pads numbers, so that 10 comes after 9. */
  private static String sortable(String version) {
    Function<String, String> padded =
        number -> "0".repeat(Math.max(0, 9 - number.length())) + number;
    return NUMBER.matcher(version).replaceAll(number -> padded.apply(number.group()));
  }
}
