package dev.smartspawn.ingest.parquet;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** One row of a file. Columns may be of any type that can hold the value. */
public final class ParquetRow {

  private static final int ISO_DATE_LENGTH = 10;

  /** A text that is stored once may be in every row, and each row makes a copy. */
  private static final int MAX_TEXT_BYTES = 4_000;

  private final Group group;

  ParquetRow(Group group) {
    this.group = group;
  }

  /**
   * @throws IllegalArgumentException when the row has no text there
   */
  public String text(String column) {
    String text = optionalText(column);
    if (text == null) {
      throw without(column);
    }
    return text;
  }

  /** Absent if the column is null or blank. */
  public @Nullable String optionalText(String column) {
    if (!isPresent(column)) {
      return null;
    }
    if (type(column).getPrimitiveTypeName() != PrimitiveTypeName.BINARY) {
      throw new IllegalArgumentException("'%s' is not a column of text".formatted(column));
    }
    int bytes = group.getBinary(column, 0).length();
    if (bytes > MAX_TEXT_BYTES) {
      throw new IllegalArgumentException(
          "'%s' has %d bytes: expected at most %d".formatted(column, bytes, MAX_TEXT_BYTES));
    }
    String text = group.getString(column, 0);
    return text.isBlank() ? null : text;
  }

  /**
   * @throws IllegalArgumentException when the row has no number there
   */
  public double number(String column) {
    Double number = optionalNumber(column);
    if (number == null) {
      throw without(column);
    }
    return number;
  }

  public @Nullable Double optionalNumber(String column) {
    if (!isPresent(column)) {
      return null;
    }
    return switch (type(column).getPrimitiveTypeName()) {
      case DOUBLE -> group.getDouble(column, 0);
      case FLOAT -> (double) group.getFloat(column, 0);
      case INT64 -> (double) group.getLong(column, 0);
      case INT32 -> (double) group.getInteger(column, 0);
      default ->
          throw new IllegalArgumentException("'%s' is not a column of numbers".formatted(column));
    };
  }

  /**
   * A day, from text as 2026-12-31, from a date or from a time.
   *
   * @throws IllegalArgumentException when the row has no day there
   */
  public LocalDate date(String column) {
    if (!isPresent(column)) {
      throw without(column);
    }
    try {
      return switch (type(column).getPrimitiveTypeName()) {
        case INT32 -> LocalDate.ofEpochDay(group.getInteger(column, 0));
        case INT64 -> instant(column).atOffset(ZoneOffset.UTC).toLocalDate();
        default -> {
          String text = text(column).strip();
          yield LocalDate.parse(text.substring(0, Math.min(ISO_DATE_LENGTH, text.length())));
        }
      };
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("'%s' is not a day".formatted(column), e);
    }
  }

  private Instant instant(String column) {
    long value = group.getLong(column, 0);
    LogicalTypeAnnotation annotation = type(column).getLogicalTypeAnnotation();
    if (annotation instanceof TimestampLogicalTypeAnnotation timestamp) {
      return switch (timestamp.getUnit()) {
        case MILLIS -> Instant.ofEpochMilli(value);
        case MICROS -> Instant.EPOCH.plusSeconds(Math.floorDiv(value, 1_000_000L));
        case NANOS -> Instant.EPOCH.plusSeconds(Math.floorDiv(value, 1_000_000_000L));
      };
    }
    throw new IllegalArgumentException("'%s' is not a column of days".formatted(column));
  }

  private PrimitiveType type(String column) {
    return group.getType().getType(column).asPrimitiveType();
  }

  private boolean isPresent(String column) {
    return group.getFieldRepetitionCount(column) > 0;
  }

  private static IllegalArgumentException without(String column) {
    return new IllegalArgumentException("a row without '%s'".formatted(column));
  }
}
