package dev.smartspawn.schema.attachment.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The parts of an attachment that are in the topic, for one way to divide it. */
public final class StoredCopy {

  /** In a message; the rest are counted. */
  private static final int NAMED = 5;

  private final int count;
  private final NavigableMap<Integer, StoredPart> parts;

  private StoredCopy(int count, NavigableMap<Integer, StoredPart> parts) {
    this.count = count;
    this.parts = parts;
  }

  static StoredCopy none(int count) {
    return new StoredCopy(count, new TreeMap<>());
  }

  StoredCopy with(StoredPart part) {
    NavigableMap<Integer, StoredPart> more = new TreeMap<>(parts);
    more.put(part.key().number(), part);
    return new StoredCopy(count, more);
  }

  StoredCopy without(int number) {
    NavigableMap<Integer, StoredPart> fewer = new TreeMap<>(parts);
    fewer.remove(number);
    return new StoredCopy(count, fewer);
  }

  public boolean isComplete() {
    return parts.size() == count;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The parts that are there, in order. */
  public List<StoredPart> parts() {
    return List.copyOf(parts.values());
  }

  public long bytes() {
    return parts.values().stream().mapToLong(StoredPart::bytes).sum();
  }

  /** When its first part was written. */
  public Instant oldest() {
    return times(parts.values()).stream().min(Instant::compareTo).orElse(Instant.MAX);
  }

  /** When its last part was written. */
  public Instant newest() {
    return times(parts.values()).stream().max(Instant::compareTo).orElse(Instant.MIN);
  }

  /** Whether it is complete and consists of these very pieces. */
  boolean holds(List<byte[]> pieces) {
    if (!isComplete() || pieces.size() != count) {
      return false;
    }
    List<StoredPart> stored = new ArrayList<>(parts.values());
    return IntStream.range(0, count).allMatch(i -> stored.get(i).has(pieces.get(i)));
  }

  int missing() {
    return count - parts.size();
  }

  /** What is missing, for a message. */
  String missingInWords() {
    List<Integer> missing =
        IntStream.rangeClosed(1, count).filter(i -> !parts.containsKey(i)).boxed().toList();
    String named =
        missing.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    String more = missing.size() > NAMED ? " and %d more".formatted(missing.size() - NAMED) : "";
    return "%s %s%s of %d".formatted(missing.size() == 1 ? "part" : "parts", named, more, count);
  }

  private static List<Instant> times(Collection<StoredPart> parts) {
    return parts.stream().map(StoredPart::writtenAt).toList();
  }
}
