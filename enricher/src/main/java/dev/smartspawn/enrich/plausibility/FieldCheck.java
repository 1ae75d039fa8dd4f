package dev.smartspawn.enrich.plausibility;

import dev.smartspawn.schema.refresh.RefusedFields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of one source's records, record after record. What it refuses is counted by
 * field, and the first reason of each field is remembered.
 */
public final class FieldCheck {

  /**
   * Nothing that sources publish about language models is older, so an older date is a mistake such
   * as 1970 for 0.
   */
  private static final Instant FIRST_DAY = Instant.parse("2015-01-01T00:00:00Z");

  private static final int MAX_NAME_CHARS = 300;
  private static final int SHOWN_CHARS = 60;

  /** A metric with this many figures off its scale, at this share, has probably a new scale. */
  private static final int EDITION_FIGURES = 5;

  private static final double EDITION_SHARE = 0.2;

  private final Set<String> newEditions;
  private final Map<String, Integer> seen = new TreeMap<>();
  private final Map<String, Integer> offScale = new TreeMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final Map<String, String> reasons = new TreeMap<>();
  private String key = "";
  private Instant pulledAt = Instant.EPOCH;

  /**
   * @param newEditions metrics that seem to have changed their scale; none of their figures pass
   */
  FieldCheck(Set<String> newEditions) {
    this.newEditions = Set.copyOf(newEditions);
  }

  /** Begins with the next record. */
  void begin(String recordKey, Instant recordPulledAt) {
    key = recordKey;
    pulledAt = recordPulledAt;
  }

  /** The figure; null if it is off its scale. */
  public @Nullable Double figure(String metric, @Nullable Double figure, ValueRange range) {
    if (figure == null || newEditions.contains(metric)) {
      return null;
    }
    seen.merge(metric, 1, Integer::sum);
    if (range.contains(figure)) {
      return figure;
    }
    offScale.merge(metric, 1, Integer::sum);
    refuse(metric, figure, range.toString());
    return null;
  }

  /** The moment; null if it is after the day of the pull, or impossibly early. */
  public @Nullable Instant past(String field, @Nullable Instant moment) {
    Instant endOfDay = day(pulledAt).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    if (moment == null || (moment.isBefore(endOfDay) && !moment.isBefore(FIRST_DAY))) {
      return moment;
    }
    refuse(field, moment, "a date from 2015 to the day of the pull");
    return null;
  }

  /** Likewise. */
  public @Nullable LocalDate past(String field, @Nullable LocalDate date) {
    boolean passes =
        date == null || past(field, date.atStartOfDay(ZoneOffset.UTC).toInstant()) != null;
    return passes ? date : null;
  }

  /** The date, which may be in the future; null if it is impossibly early. */
  public @Nullable LocalDate notAncient(String field, @Nullable LocalDate date) {
    if (date == null || !date.isBefore(day(FIRST_DAY))) {
      return date;
    }
    refuse(field, date, "a date from 2015 on");
    return null;
  }

  /** The number; null unless it is 1 to {@code most}. */
  public @Nullable Long tokens(String field, @Nullable Long tokens, long most) {
    if (tokens == null || (tokens > 0 && tokens <= most)) {
      return tokens;
    }
    refuse(field, tokens, "1 to %d tokens".formatted(most));
    return null;
  }

  /** Whether the text can be a model's name. */
  public boolean isName(String field, String text) {
    if (text.length() <= MAX_NAME_CHARS && !text.isBlank()) {
      return true;
    }
    refuse(field, text, "a name of at most %d characters".formatted(MAX_NAME_CHARS));
    return false;
  }

  /** Refuses for a reason of the caller's. */
  public void refuse(String field, Object value, String expected) {
    refused.merge(field, 1, Integer::sum);
    reasons.computeIfAbsent(
        field,
        first -> "'%s' has %s %s: expected %s".formatted(key, field, shown(value), expected));
  }

  /** Metrics with so many figures off their scale that their scale seems to be a new one. */
  Set<String> suspectedEditions() {
    Set<String> suspected = new TreeSet<>();
    offScale.forEach(
        (metric, off) -> {
          int figures = Optional.ofNullable(seen.get(metric)).orElse(0);
          if (off >= EDITION_FIGURES && off >= EDITION_SHARE * figures) {
            suspected.add(metric);
          }
        });
    return suspected;
  }

  RefusedFields refused() {
    return new RefusedFields(refused, new ArrayList<>(new TreeSet<>(newEditions)));
  }

  /** One per field. */
  List<String> firstReasons() {
    return List.copyOf(reasons.values());
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "..." : text;
  }
}
