package dev.smartspawn.enrich.plausibility;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.refresh.RefusedFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A source's records without the values that cannot be true.
 *
 * <p>If many figures of a metric are off its scale, the source has probably begun a new edition of
 * it. Then those on the old scale by chance would be read wrongly, so the metric is left out
 * entirely.
 *
 * @param records in their order; records of which nothing is left are absent
 * @param reasons one sentence per refused field
 */
public record SourceCheck<T extends RawRecord>(
    List<TopicValue<Raw<T>>> records, RefusedFields refused, List<String> reasons) {

  /**
   * @param rule the record without impossible values; null when nothing is left of it
   */
  public static <T extends RawRecord> SourceCheck<T> of(
      Collection<TopicValue<Raw<T>>> records, BiFunction<T, FieldCheck, @Nullable T> rule) {
    FieldCheck first = new FieldCheck(Set.of());
    List<TopicValue<Raw<T>>> checked = checked(records, rule, first);
    Set<String> editions = first.suspectedEditions();
    if (editions.isEmpty()) {
      return new SourceCheck<>(checked, first.refused(), first.firstReasons());
    }
    FieldCheck second = new FieldCheck(editions);
    checked = checked(records, rule, second);
    List<String> reasons = new ArrayList<>(second.firstReasons());
    editions.forEach(
        metric ->
            reasons.add(
                "many figures of %s are off its scale: left out, as it seems to be a new edition"
                    .formatted(metric)));
    return new SourceCheck<>(checked, second.refused(), reasons);
  }

  private static <T extends RawRecord> List<TopicValue<Raw<T>>> checked(
      Collection<TopicValue<Raw<T>>> records,
      BiFunction<T, FieldCheck, @Nullable T> rule,
      FieldCheck check) {
    List<TopicValue<Raw<T>>> kept = new ArrayList<>(records.size());
    for (TopicValue<Raw<T>> stored : records) {
      Raw<T> raw = stored.value();
      check.begin(raw.record().key(), raw.pulledAt());
      @Nullable T plausible = rule.apply(raw.record(), check);
      if (plausible == raw.record()) {
        kept.add(stored);
      } else if (plausible != null) {
        kept.add(
            new TopicValue<>(new Raw<>(raw.pullId(), raw.pulledAt(), plausible), stored.offset()));
      }
    }
    return kept;
  }
}
