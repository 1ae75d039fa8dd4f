package dev.smartspawn.ingest.livebench;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads the Parquet file of judgments, row by row. */
final class JudgmentFile {

  private static final List<String> COLUMNS =
      List.of("question_id", "task", "model", "score", "turn", "tstamp", "category");

  private final byte[] bytes;

  JudgmentFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Passes every row to {@code rows}.
   *
   * @throws IOException when the bytes are not such a file; Parquet's reader may also throw a
   *     RuntimeException for damaged bytes
   */
  void forEach(Consumer<Row> rows) throws IOException {
    ParquetReadOptions options =
        new ParquetReadOptions.Builder(new PlainParquetConfiguration())
            .withCodecFactory(new PageCodecs())
            .build();
    try (ParquetFileReader file = ParquetFileReader.open(new MemoryFile(bytes), options)) {
      MessageType columns = columns(file.getFileMetaData().getSchema());
      file.setRequestedSchema(columns);
      MessageColumnIO layout = new ColumnIOFactory().getColumnIO(columns);
      PageReadStore group;
      while ((group = file.readNextRowGroup()) != null) {
        RecordReader<Group> reader =
            layout.getRecordReader(group, new GroupRecordConverter(columns));
        for (long row = 0; row < group.getRowCount(); row++) {
          rows.accept(new Row(reader.read()));
        }
      }
    }
  }

  private static MessageType columns(MessageType schema) throws IOException {
    for (String column : COLUMNS) {
      if (!schema.containsField(column) || !schema.getType(column).isPrimitive()) {
        throw new IOException(
            "columns %s: expected also '%s'"
                .formatted(schema.getFields().stream().map(Type::getName).toList(), column));
      }
    }
    return new MessageType(
        schema.getName(), COLUMNS.stream().map(column -> schema.getType(column)).toList());
  }

  /** One row of the file. */
  record Row(Group group) {

    /**
     * @throws IllegalArgumentException naming the column that the row lacks
     */
    Judgment judgment() {
      return new Judgment(
          text("model"),
          text("category"),
          text("task"),
          text("question_id"),
          Math.round(number("turn")),
          number("score"),
          number("tstamp"));
    }

    /** Notes whose judgment an unusable row would have been, as far as it says. */
    void note(Judgments judgments) {
      try {
        judgments.addUnusable(
            text("model"),
            text("category"),
            text("task"),
            text("question_id"),
            Math.round(number("turn")));
      } catch (IllegalArgumentException e) {
        // It is counted, and belongs to nobody.
      }
    }

    private String text(String column) {
      String text = present(column) ? group.getString(column, 0) : "";
      if (text.isBlank()) {
        throw new IllegalArgumentException("a row without '%s'".formatted(column));
      }
      return text;
    }

    private double number(String column) {
      if (!present(column)) {
        throw new IllegalArgumentException("a row without '%s'".formatted(column));
      }
      return switch (group.getType().getType(column).asPrimitiveType().getPrimitiveTypeName()) {
        case DOUBLE -> group.getDouble(column, 0);
        case FLOAT -> group.getFloat(column, 0);
        case INT64 -> group.getLong(column, 0);
        case INT32 -> group.getInteger(column, 0);
        default ->
            throw new IllegalArgumentException("'%s' is not a column of numbers".formatted(column));
      };
    }

    private boolean present(String column) {
      return group.getFieldRepetitionCount(column) > 0;
    }
  }
}
