package dev.smartspawn.ingest.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes small Parquet files for tests. */
public final class ParquetFiles {

  private ParquetFiles() {}

  /**
   * @param schema in Parquet's own notation
   * @param rows column to value; a missing column is null
   */
  public static byte[] of(String schema, List<Map<String, Object>> rows) {
    MessageType type = MessageTypeParser.parseMessageType(schema);
    MemoryOutput output = new MemoryOutput();
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(output)
            .withConf(new PlainParquetConfiguration())
            .withType(type)
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .build()) {
      for (Map<String, Object> row : rows) {
        writer.write(group(type, row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return output.bytes.toByteArray();
  }

  private static Group group(MessageType type, Map<String, Object> row) {
    Group group = new SimpleGroup(type);
    row.forEach(
        (column, value) -> {
          if (value instanceof String text) {
            group.add(column, text);
          } else if (value instanceof Double number) {
            group.add(column, number);
          } else if (value instanceof Long number) {
            group.add(column, number);
          } else if (value instanceof Integer number) {
            group.add(column, number);
          } else {
            throw new IllegalArgumentException("unsupported value " + value);
          }
        });
    return group;
  }

  private static final class MemoryOutput implements OutputFile {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new PositionOutputStream() {
        @Override
        public long getPos() {
          return bytes.size();
        }

        @Override
        public void write(int b) {
          bytes.write(b);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
          bytes.write(buffer, offset, length);
        }
      };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
