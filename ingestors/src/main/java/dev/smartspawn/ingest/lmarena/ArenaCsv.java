package dev.smartspawn.ingest.lmarena;

import dev.smartspawn.ingest.http.Answer;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.source.EntryFilter;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads one board's CSV file; columns are found by name. */
final class ArenaCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private static final List<String> REQUIRED = List.of("model", "arena_score");

  /** {@code +5/-5}; the two widths may differ. */
  private static final Pattern INTERVAL =
      Pattern.compile("\\+?(\\d+(?:\\.\\d+)?)\\s*/\\s*-?(\\d+(?:\\.\\d+)?)");

  /** A real row has a few hundred; the parser reads ahead by some thousand. */
  private static final int MAX_ROW_CHARS = 200_000;

  private ArenaCsv() {}

  /**
   * Adds the file's rows to {@code ratings}.
   *
   * @param published the release's date
   * @throws PullException when this is not such a file, or it has no rows
   */
  static void read(
      Answer answer, Board board, @Nullable LocalDate published, EntryFilter<ArenaRating> ratings)
      throws PullException {
    RowReader text = new RowReader(answer.body().open());
    try (CSVParser rows = FORMAT.parse(text)) {
      if (!rows.getHeaderNames().containsAll(REQUIRED)) {
        throw answer.unexpected("CSV with the columns " + String.join(", ", REQUIRED));
      }
      int columns = rows.getHeaderNames().size();
      boolean any = false;
      for (CSVRecord row : rows) {
        any = true;
        text.beginRow();
        ratings.add(
            "line %d of lmarena_%s.csv".formatted(rows.getCurrentLineNumber(), board.id()),
            () -> read(row, columns, board, published));
      }
      if (!any) {
        throw answer.unexpected("at least one rating", "a header without rows");
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw answer.unexpected("CSV", "malformed text (%s)".formatted(e.getMessage()));
    }
  }

  private static ArenaRating read(
      CSVRecord row, int columns, Board board, @Nullable LocalDate published) {
    if (row.size() != columns) {
      throw new IllegalArgumentException("%d fields: expected %d".formatted(row.size(), columns));
    }
    Map<String, String> fields = row.toMap();
    Matcher interval = INTERVAL.matcher(fields.getOrDefault("95_pct_ci", ""));
    boolean bounded = interval.matches();
    return new ArenaRating(
        board,
        fields.getOrDefault("model", ""),
        rating(fields.getOrDefault("arena_score", "")),
        bounded ? Double.valueOf(interval.group(1)) : null,
        bounded ? Double.valueOf(interval.group(2)) : null,
        whole(fields, "votes"),
        rank(fields),
        text(fields, "organization"),
        text(fields, "license"),
        published);
  }

  private static double rating(String text) {
    try {
      double rating = Double.parseDouble(text);
      if (Double.isFinite(rating)) {
        return rating;
      }
    } catch (NumberFormatException e) {
      // Reported below, like infinities.
    }
    throw new IllegalArgumentException("'arena_score' is '%s': expected a number".formatted(text));
  }

  private static @Nullable Integer rank(Map<String, String> fields) {
    Long rank = whole(fields, "rank");
    return rank == null ? null : Math.toIntExact(rank);
  }

  /** Absent for anything but a whole number, because a rating is valid without its count. */
  private static @Nullable Long whole(Map<String, String> fields, String column) {
    String digits = fields.getOrDefault(column, "").replace(",", "");
    return digits.matches("\\d{1,9}") ? Long.valueOf(digits) : null;
  }

  private static @Nullable String text(Map<String, String> fields, String column) {
    String text = fields.getOrDefault(column, "");
    return text.isBlank() ? null : text;
  }

  /**
   * Fails in a row that is far too long: a quote that is never closed would take the whole file.
   */
  private static final class RowReader extends FilterReader {

    private int chars;

    RowReader(InputStream utf8) {
      super(new InputStreamReader(utf8, StandardCharsets.UTF_8));
    }

    void beginRow() {
      chars = 0;
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
      int read = super.read(buffer, offset, count);
      chars += Math.max(0, read);
      if (chars > MAX_ROW_CHARS) {
        throw new IOException("a row of more than %d characters".formatted(MAX_ROW_CHARS));
      }
      return read;
    }
  }
}
