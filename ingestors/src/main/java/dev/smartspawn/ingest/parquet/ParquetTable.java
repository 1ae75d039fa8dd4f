package dev.smartspawn.ingest.parquet;

import dev.smartspawn.ingest.http.AnswerBody;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Reads named columns of a Parquet file, row by row. */
public final class ParquetTable {

  /**
   * The most rows of a file. Repeated rows take almost no space, so that a small file can announce
   * billions of them.
   */
  private static final long MAX_ROWS = 500_000;

  /** Of the columns that are read, packed: a row group is in memory as a whole. */
  private static final long MAX_GROUP_BYTES = 32L * 1024 * 1024;

  private final AnswerBody body;
  private final List<String> columns;

  /**
   * @param columns the columns that are read; the file must have each of them
   */
  public ParquetTable(AnswerBody body, List<String> columns) {
    this.body = body;
    this.columns = List.copyOf(columns);
  }

  /**
   * Passes every row to {@code rows}.
   *
   * @throws IOException when the bytes are not such a file; Parquet's reader may also throw a
   *     RuntimeException for damaged bytes
   */
  public void forEach(Consumer<ParquetRow> rows) throws IOException {
    PageCodecs codecs = new PageCodecs();
    ParquetReadOptions options =
        new ParquetReadOptions.Builder(new PlainParquetConfiguration())
            .withCodecFactory(codecs)
            .build();
    try (ParquetFileReader file = ParquetFileReader.open(new BodyFile(body), options)) {
      long count = file.getRecordCount();
      if (count < 0 || count > MAX_ROWS) {
        throw new IOException("%d rows: expected at most %d".formatted(count, MAX_ROWS));
      }
      for (BlockMetaData rowGroup : file.getRowGroups()) {
        checkPlaces(rowGroup);
      }
      MessageType read = columns(file.getFileMetaData().getSchema());
      file.setRequestedSchema(read);
      MessageColumnIO layout = new ColumnIOFactory().getColumnIO(read);
      PageReadStore group;
      while ((group = next(file, codecs)) != null) {
        RecordReader<Group> reader = layout.getRecordReader(group, new GroupRecordConverter(read));
        for (long row = 0; row < group.getRowCount(); row++) {
          rows.accept(new ParquetRow(reader.read()));
        }
      }
    }
  }

  /** Memory for a column is taken before it is read, so a damaged size must be noticed first. */
  private void checkPlaces(BlockMetaData rowGroup) throws IOException {
    long read = 0;
    for (ColumnChunkMetaData column : rowGroup.getColumns()) {
      read += columns.contains(column.getPath().toDotString()) ? column.getTotalSize() : 0;
      long start = column.getStartingPos();
      long size = column.getTotalSize();
      if (start < 0 || size < 0 || size > body.length() - start) {
        throw new IOException(
            "a column of %d bytes at %d: the file has %d".formatted(size, start, body.length()));
      }
    }
    if (read > MAX_GROUP_BYTES) {
      throw new IOException(
          "a row group of %d bytes: expected at most %d".formatted(read, MAX_GROUP_BYTES));
    }
  }

  private static @Nullable PageReadStore next(ParquetFileReader file, PageCodecs codecs)
      throws IOException {
    codecs.beginRowGroup();
    return file.readNextRowGroup();
  }

  private MessageType columns(MessageType schema) throws IOException {
    for (String column : columns) {
      if (!schema.containsField(column) || !isPlain(schema.getType(column))) {
        throw new IOException(
            "columns %s: expected also '%s'"
                .formatted(schema.getFields().stream().map(Type::getName).toList(), column));
      }
    }
    return new MessageType(schema.getName(), columns.stream().map(schema::getType).toList());
  }

  private static boolean isPlain(Type column) {
    return column.isPrimitive() && !column.isRepetition(Type.Repetition.REPEATED);
  }
}
