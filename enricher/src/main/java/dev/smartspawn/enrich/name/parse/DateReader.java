package dev.smartspawn.enrich.name.parse;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds release dates in names, in every form sources write them: {@code 20250929}, {@code
 * 2025-09-29}, {@code 09-2025}, {@code Sep '25}, {@code 05-06}, {@code 2507} and {@code 0528}.
 */
final class DateReader {

  /**
   * A name with its date taken out.
   *
   * @param rest what remains, a blank where the date was
   */
  record Reading(Optional<PartialDate> date, String rest) {}

  /**
   * @param digits how many it has at least; most names have fewer
   */
  private record Form(int digits, Pattern pattern, Function<MatchResult, PartialDate> meaning) {}

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String MONTH_NAME =
      "(?<!\\w)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
          + "(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?";
  private static final String YEAR = "(20[12]\\d)";
  private static final String MONTH = "(0[1-9]|1[0-2])";
  private static final String DAY = "(0[1-9]|[12]\\d|3[01])";
  private static final String ALONE_BEFORE = "(?<![a-z0-9.])";
  private static final String ALONE_AFTER = "(?![a-z0-9]|\\.\\d)";

  /** Longer forms first, since shorter ones are found inside them. */
  private static final List<Form> FORMS =
      List.of(
          alone(8, YEAR + "[-_/]?" + MONTH + "[-_/]?" + DAY, m -> day(m.group(1), m, 2)),
          alone(6, MONTH + "-" + YEAR, m -> month(m.group(2), m.group(1))),
          alone(6, YEAR + "-?" + MONTH, m -> month(m.group(1), m.group(2))),
          new Form(
              2,
              Pattern.compile(MONTH_NAME + "[-\\s.]*'?\\s*(20[12]\\d|2[2-9])(?![a-z0-9])"),
              m -> PartialDate.ofMonth(year(m.group(2)), 1 + MONTHS.indexOf(m.group(1)))),
          alone(4, MONTH + "-" + DAY, m -> PartialDate.ofDay(number(m, 1), number(m, 2))),
          alone(4, "(2[2-9])" + MONTH, m -> month(m.group(1), m.group(2))),
          alone(4, MONTH + DAY, m -> PartialDate.ofDay(number(m, 1), number(m, 2))));

  private DateReader() {}

  /** Reads lower-case text; of several dates those that agree with the first are put together. */
  static Reading read(String text) {
    long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
    Optional<PartialDate> date = Optional.empty();
    String rest = text;
    for (Form form : FORMS) {
      if (form.digits > digits) {
        continue;
      }
      Matcher matcher = form.pattern.matcher(rest);
      while (matcher.find()) {
        PartialDate found = form.meaning.apply(matcher.toMatchResult());
        if (found.exists()) {
          date = Optional.of(date.map(first -> together(first, found)).orElse(found));
          rest = rest.substring(0, matcher.start()) + " " + rest.substring(matcher.end());
          matcher.reset(rest);
        }
      }
    }
    return new Reading(date, rest);
  }

  private static PartialDate together(PartialDate first, PartialDate second) {
    return first.agreesWith(second) ? first.and(second) : first;
  }

  private static Form alone(
      int digits, String pattern, Function<MatchResult, PartialDate> meaning) {
    return new Form(digits, Pattern.compile(ALONE_BEFORE + pattern + ALONE_AFTER), meaning);
  }

  private static PartialDate day(String year, MatchResult match, int monthGroup) {
    return new PartialDate(
        OptionalInt.of(year(year)),
        number(match, monthGroup),
        OptionalInt.of(number(match, monthGroup + 1)));
  }

  private static PartialDate month(String year, String month) {
    return PartialDate.ofMonth(year(year), Integer.parseInt(month));
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return year < 100 ? 2000 + year : year;
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
