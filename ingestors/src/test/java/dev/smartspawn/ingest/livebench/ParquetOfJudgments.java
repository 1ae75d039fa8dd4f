package dev.smartspawn.ingest.livebench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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

/** Writes judgments in the format that LiveBench publishes. */
final class ParquetOfJudgments {

  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message judgments {
            optional binary question_id (STRING);
            optional binary task (STRING);
            optional binary model (STRING);
            optional double score;
            optional int64 turn;
            optional double tstamp;
            optional binary category (STRING);
          }
          """);

  private ParquetOfJudgments() {}

  static byte[] of(List<Judgment> judgments) {
    MemoryOutput output = new MemoryOutput();
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(output)
            .withConf(new PlainParquetConfiguration())
            .withType(SCHEMA)
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .build()) {
      for (Judgment judgment : judgments) {
        writer.write(group(judgment));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return output.bytes.toByteArray();
  }

  private static Group group(Judgment judgment) {
    Group group = new SimpleGroup(SCHEMA);
    group.add("question_id", judgment.question());
    group.add("task", judgment.task());
    group.add("model", judgment.model());
    group.add("score", judgment.score());
    group.add("turn", judgment.turn());
    group.add("tstamp", judgment.judgedAtSeconds());
    group.add("category", judgment.category());
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
