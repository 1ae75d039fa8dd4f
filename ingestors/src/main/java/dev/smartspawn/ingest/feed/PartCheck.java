package dev.smartspawn.ingest.feed;

import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.Pulled.Part;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides for each part of a source whether its new records replace the held ones. A part that is
 * lost keeps its last good records, and the other parts are used.
 *
 * @param title the source's name, for messages
 */
record PartCheck<T extends RawRecord>(String title, PullContext pull, Pulled.Parts<T> parts) {

  /**
   * A part that lacks more than this share of its records' keys has the records of another part.
   */
  private static final double MIN_KNOWN_SHARE = 0.5;

  /**
   * @param stamped adds the pull to records
   * @throws PullException when every part is lost, or when too many records would disappear
   */
  PullResult<Raw<T>> result(Function<List<T>, Map<String, Raw<T>>> stamped, int requests)
      throws PullException {
    List<T> records = new ArrayList<>();
    Set<String> kept = new LinkedHashSet<>();
    List<String> lost = new ArrayList<>();
    int rejected = 0;
    for (Map.Entry<String, Part<T>> one : parts.parts().entrySet()) {
      Set<String> held = held(one.getKey());
      Part<T> part = checked(one.getKey(), one.getValue(), held);
      if (part instanceof Part.Read<T> read) {
        records.addAll(read.records());
        rejected += read.rejected();
      } else if (!(part instanceof Part.Missing<T>)) {
        kept.addAll(held);
      }
      if (part instanceof Part.Lost<T> gone) {
        lost.add("%s (%d older records stay)".formatted(gone.reason(), held.size()));
      }
    }
    if (lost.size() == parts.parts().size()) {
      throw new PullException(Part.Lost.summary(lost));
    }
    if (isAbsent() && !pull.hasLiveRecords()) {
      return new PullResult.Absent<>(
          "%s has nothing at its address: %s answered 404"
              .formatted(title, String.join(", ", parts.parts().keySet())),
          requests);
    }
    if (isCurrent()) {
      return new PullResult.Unchanged<>(requests);
    }
    if (!lost.isEmpty() && records.isEmpty() && kept.isEmpty()) {
      throw new PullException(Part.Lost.summary(lost));
    }
    RecordCountCheck.check(title, records.size() + kept.size(), pull.last());
    return new PullResult.Complete<>(
        stamped.apply(records),
        kept,
        rejected,
        Map.of(),
        lost.isEmpty() ? Optional.empty() : Optional.of(Part.Lost.summary(lost)),
        parts.validators().byAddress(),
        requests);
  }

  /** A readable part is lost, too, if it has too few of the records that it had. */
  private Part<T> checked(String name, Part<T> part, Set<String> held) {
    if (part instanceof Part.Read<T> read && pull.hasLiveRecords()) {
      String what = title + " " + name;
      return RecordCountCheck.shrinkage(what, read.records().size(), held.size())
          .or(() -> exchange(what, read, held))
          .<Part<T>>map(Part.Lost::new)
          .orElse(part);
    }
    return part;
  }

  /** Says that a part has mostly other records than before; empty if it has not. */
  private Optional<String> exchange(String what, Part.Read<T> read, Set<String> held) {
    long known = read.records().stream().map(RawRecord::key).filter(held::contains).count();
    return known >= MIN_KNOWN_SHARE * held.size()
        ? Optional.empty()
        : Optional.of(
            "%s sent %d of the %d records it last had: expected at least %.0f (%.0f %%)"
                .formatted(
                    what,
                    known,
                    held.size(),
                    Math.ceil(MIN_KNOWN_SHARE * held.size()),
                    MIN_KNOWN_SHARE * 100));
  }

  private boolean isAbsent() {
    return parts.parts().values().stream().allMatch(Part.Missing.class::isInstance);
  }

  /** Nothing is new: every part is still current, or missing and not held either. */
  private boolean isCurrent() {
    return parts.parts().entrySet().stream()
        .allMatch(
            one ->
                one.getValue() instanceof Part.Current<T>
                    || (one.getValue() instanceof Part.Missing<T> && held(one.getKey()).isEmpty()));
  }

  private Set<String> held(String part) {
    return pull.keys().stream()
        .filter(key -> key.startsWith(part + "/"))
        .collect(Collectors.toSet());
  }
}
