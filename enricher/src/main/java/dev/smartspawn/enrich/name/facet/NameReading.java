package dev.smartspawn.enrich.name.facet;

import dev.smartspawn.enrich.name.NameConvention;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.name.parse.Flavour;
import dev.smartspawn.enrich.name.parse.Makers;
import dev.smartspawn.enrich.name.parse.NameParser;
import dev.smartspawn.enrich.name.parse.NameSpelling;
import dev.smartspawn.enrich.name.parse.ParsedName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a name to resolve.
 *
 * @param maker by its name here; null where unknown
 * @param released when the model came out, if the source says
 * @param name what the name says
 * @param doubtfulEffort the last word, where it may be an effort or part of the name
 * @param modeRemarked whether the mode is in parentheses after the name
 */
public record NameReading(
    @Nullable String maker,
    @Nullable LocalDate released,
    ParsedName name,
    @Nullable String doubtfulEffort,
    boolean modeRemarked) {

  private static final Pattern MODE_IN_PARENTHESES =
      Pattern.compile("\\([^)]*(?:reasoning|thinking)[^)]*\\)");

  /**
   * The ways to read a record's name: with all its words; then, if that differs, without its
   * effort.
   *
   * @return one or two
   */
  public static List<NameReading> readings(NamedRecord record) {
    NameParser.Readings read =
        NameParser.read(record.name().substring(record.name().lastIndexOf('/') + 1));
    boolean twoWays = !read.whole().equals(read.withoutEffort());
    List<NameReading> readings = new ArrayList<>();
    if (!twoWays || !read.certain() || isNameOfSlug(record)) {
      readings.add(asked(record, read.whole(), null));
    }
    if (twoWays) {
      @Nullable String effort = read.certain() ? null : read.withoutEffort().effort();
      readings.add(asked(record, read.withoutEffort(), effort));
    }
    return readings;
  }

  /** The same without the maker's name, for makers whose models are known without it. */
  public NameReading unsigned(NamedRecord record) {
    String signature = record.maker() == null ? "" : record.maker().toLowerCase(Locale.ROOT);
    return new NameReading(maker, released, name.without(signature), doubtfulEffort, modeRemarked);
  }

  /**
   * An effort in parentheses is how the base model was run, unless it is part of the model's own
   * name. Then the source's slug contains it too ({@code o3-mini-high}).
   */
  private static boolean isNameOfSlug(NamedRecord record) {
    return record.slug() != null
        && NameSpelling.plain(record.slug()).equals(NameSpelling.plain(record.name()));
  }

  private static NameReading asked(
      NamedRecord record, ParsedName name, @Nullable String doubtfulEffort) {
    return new NameReading(
        maker(record),
        record.released(),
        settled(record, name),
        doubtfulEffort,
        record.name().indexOf('(') >= 0
            && MODE_IN_PARENTHESES.matcher(record.name().toLowerCase(Locale.ROOT)).find());
  }

  /** LiveBench calls a model that can think {@code base} where it did not. */
  private static ParsedName settled(NamedRecord record, ParsedName name) {
    return record.convention() == NameConvention.BASE_MEANS_NOT_THINKING
            && name.flavours().equals(Set.of(Flavour.BASE))
        ? name.notThinking()
        : name;
  }

  private static @Nullable String maker(NamedRecord record) {
    int slash = record.name().lastIndexOf('/');
    return Makers.known(slash < 0 ? record.maker() : record.name().substring(0, slash));
  }
}
