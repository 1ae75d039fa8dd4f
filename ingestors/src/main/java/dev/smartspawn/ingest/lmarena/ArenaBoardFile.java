package dev.smartspawn.ingest.lmarena;

import dev.smartspawn.ingest.http.Answer;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.parquet.ParquetRow;
import dev.smartspawn.ingest.parquet.ParquetTable;
import dev.smartspawn.ingest.source.EntryFilter;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.ArenaStanding.Rating;
import dev.smartspawn.schema.raw.RawRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The Parquet file of one board: a row per model and kind of prompt. */
final class ArenaBoardFile {

  private static final String EXPECTED = "a Parquet file of ratings";

  private static final List<String> COLUMNS =
      List.of(
          "model_name",
          "organization",
          "license",
          "rating",
          "rating_lower",
          "rating_upper",
          "variance",
          "vote_count",
          "rank",
          "category",
          "leaderboard_publish_date");

  /** Ratings are Elo points around 1,000 to 1,500. */
  private static final double MAX_RATING = 10_000;

  /** The published boards have about 10,000 rows. */
  private static final int MAX_ROWS = 100_000;

  private static final int MAX_NAME_CHARS = 200;
  private static final int MAX_CATEGORIES = 200;

  private ArenaBoardFile() {}

  /**
   * Reads the board's models.
   *
   * @throws PullException when this is not such a file, when it has no rows, or when too many of
   *     them are unusable
   */
  static Pulled.Part.Read<ArenaStanding> read(Answer answer, String board) throws PullException {
    EntryFilter<Row> rows = new EntryFilter<>(answer.server() + " " + board, MAX_ROWS, Row::chars);
    Map<String, Integer> categoriesOf = new HashMap<>();
    AtomicInteger number = new AtomicInteger();
    try {
      new ParquetTable(answer.body(), COLUMNS)
          .forEach(
              row -> {
                if (number.incrementAndGet() > MAX_ROWS) {
                  throw new IllegalStateException("more than %d rows".formatted(MAX_ROWS));
                }
                rows.add(
                    "row " + number,
                    () -> {
                      Row read = row(row);
                      if (categoriesOf.merge(read.name(), 1, Integer::sum) > MAX_CATEGORIES) {
                        throw new IllegalArgumentException(
                            "more than %d kinds of prompt".formatted(MAX_CATEGORIES));
                      }
                      return read;
                    });
              });
    } catch (IOException | RuntimeException e) {
      // Parquet's reader throws either, depending on where in the file the damage is.
      throw answer.unexpected(EXPECTED);
    }
    Pulled.Records<Row> usable = rows.records(Validators.NONE);
    if (usable.records().isEmpty()) {
      throw answer.unexpected(EXPECTED, "a file without rows");
    }
    return new Pulled.Part.Read<>(standings(board, usable.records()), usable.rejected());
  }

  private static List<ArenaStanding> standings(String board, List<Row> rows) {
    Map<String, List<Row>> byName = new LinkedHashMap<>();
    rows.forEach(row -> byName.computeIfAbsent(row.name(), name -> new ArrayList<>()).add(row));
    List<ArenaStanding> standings = new ArrayList<>();
    byName.forEach(
        (name, ofModel) -> {
          Map<String, Rating> categories = new HashMap<>();
          ofModel.forEach(row -> categories.put(row.category(), row.rating()));
          Row first = ofModel.get(0);
          standings.add(
              new ArenaStanding(board, name, first.organization(), first.license(), categories));
        });
    return standings;
  }

  private static Row row(ParquetRow row) {
    double rating = row.number("rating");
    if (!(rating > 0 && rating < MAX_RATING)) {
      throw new IllegalArgumentException(
          "'rating' is %s: expected 0 to %.0f".formatted(rating, MAX_RATING));
    }
    @Nullable Double lower = row.optionalNumber("rating_lower");
    @Nullable Double upper = row.optionalNumber("rating_upper");
    if ((lower != null && !(lower <= rating)) || (upper != null && !(upper >= rating))) {
      throw new IllegalArgumentException(
          "the rating %s is not between %s and %s".formatted(rating, lower, upper));
    }
    @Nullable Double rank = notNegative(row, "rank");
    @Nullable Double votes = notNegative(row, "vote_count");
    return new Row(
        name(row, "model_name"),
        name(row, "category"),
        optionalName(row, "organization"),
        optionalName(row, "license"),
        new Rating(
            rating,
            lower,
            upper,
            notNegative(row, "variance"),
            votes == null ? null : Math.round(votes),
            rank == null ? null : (int) Math.round(rank),
            row.date("leaderboard_publish_date")));
  }

  private static @Nullable Double notNegative(ParquetRow row, String column) {
    @Nullable Double number = row.optionalNumber(column);
    if (number != null && !(number >= 0 && number <= Integer.MAX_VALUE)) {
      throw new IllegalArgumentException("'%s' is %s".formatted(column, number));
    }
    return number;
  }

  private static String name(ParquetRow row, String column) {
    return shortEnough(column, row.text(column).strip());
  }

  private static @Nullable String optionalName(ParquetRow row, String column) {
    @Nullable String text = row.optionalText(column);
    return text == null ? null : shortEnough(column, text.strip());
  }

  private static String shortEnough(String column, String text) {
    if (text.length() > MAX_NAME_CHARS) {
      throw new IllegalArgumentException(
          "'%s' has %d characters: expected at most %d"
              .formatted(column, text.length(), MAX_NAME_CHARS));
    }
    return text;
  }

  /** A row of the file, as far as it is used. */
  private record Row(
      String name,
      String category,
      @Nullable String organization,
      @Nullable String license,
      Rating rating)
      implements RawRecord {

    @Override
    public String key() {
      return category + "/" + name;
    }

    /** Of its texts. The figures are as long in every row. */
    private int chars() {
      return name.length() + category.length() + chars(organization) + chars(license);
    }

    private static int chars(@Nullable String text) {
      return text == null ? 0 : text.length();
    }
  }
}
