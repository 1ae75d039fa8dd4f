package dev.smartspawn.enrich.name.parse;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a name says, apart from how it is written and in what order.
 *
 * @param words family and line, as {@code claude, opus}; makers' names are left out
 * @param versions as {@code 4.6}; a trailing {@code .0} is left out
 * @param sizes parameters, as {@code 70b}, {@code a3b} (active), {@code 8x7b}, {@code 128e}
 * @param flavours what it was trained into
 * @param base the model it was made from, where the name tells
 * @param date when it was released
 * @param stage null for a release
 * @param latest whether it calls itself the latest, whichever that is
 * @param quantised whether it is a copy with fewer bits, which answers worse
 * @param mode whether it thinks
 * @param effort {@code none, minimal, low, medium, high, xhigh, max}, or {@code reasoning} for
 *     thinking without a level; null where the name says nothing
 */
public record ParsedName(
    SortedSet<String> words,
    SortedSet<String> versions,
    SortedSet<String> sizes,
    Set<Flavour> flavours,
    @Nullable Base base,
    @Nullable PartialDate date,
    @Nullable ReleaseStage stage,
    boolean latest,
    boolean quantised,
    @Nullable ThinkingMode mode,
    @Nullable String effort) {

  /**
   * The model another one was made from.
   *
   * @param version null where the name tells only the family
   */
  public record Base(String family, @Nullable String version) {

    /** Whether the two do not contradict each other: 3.1 may be called 3. */
    public boolean mayBe(Base other) {
      return family.equals(other.family) && (isMoreOf(other) || other.isMoreOf(this));
    }

    private boolean isMoreOf(Base other) {
      return version == null
          || (other.version != null && (other.version + ".").startsWith(version + "."));
    }

    @Override
    public String toString() {
      return version == null ? family : family + " " + version;
    }
  }

  /** Parameters in billions; 1 for a name that does not say. */
  public double largestSize() {
    double largest = 0;
    for (String size : sizes) {
      largest = Math.max(largest, NamePart.billions(size));
    }
    return largest == 0 ? 1 : largest;
  }

  /** As far as it is a number; 0 for a name without one. */
  public double highestVersion() {
    return versions.isEmpty() ? 0 : NamePart.number(versions.last());
  }

  /** All of it but how hard the model was made to think. */
  public ParsedName withoutEffort() {
    return but(words, flavours, mode, null);
  }

  /** What names of one model share: all of it but whether and how hard it was made to think. */
  public ParsedName identity() {
    return but(words, flavours, null, null);
  }

  /** The same without a word that is not all it says. */
  public ParsedName without(String word) {
    if (words.size() < 2 || !words.contains(word)) {
      return this;
    }
    SortedSet<String> fewer = new TreeSet<>(words);
    fewer.remove(word);
    return but(Collections.unmodifiableSortedSet(fewer), flavours, mode, effort);
  }

  /** The same model, told not to think; nothing is said about its training. */
  public ParsedName notThinking() {
    return but(words, Set.of(), ThinkingMode.NOT_THINKING, "none");
  }

  private ParsedName but(
      SortedSet<String> words,
      Set<Flavour> flavours,
      @Nullable ThinkingMode mode,
      @Nullable String effort) {
    return new ParsedName(
        words, versions, sizes, flavours, base, date, stage, latest, quantised, mode, effort);
  }
}
