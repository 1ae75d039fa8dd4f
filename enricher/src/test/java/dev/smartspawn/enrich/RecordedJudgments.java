package dev.smartspawn.enrich;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.smartspawn.schema.raw.LiveBenchResult;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** LiveBench's recorded judgments: the later of two counts, means of tasks, then of categories. */
final class RecordedJudgments {

  private RecordedJudgments() {}

  static List<LiveBenchResult> read(Path file) {
    Map<String, Judgment> latest = new HashMap<>();
    rows(file).forEach(one -> latest.merge(one.key(), one, Judgment::later));
    Map<String, List<Judgment>> byModel =
        latest.values().stream().collect(groupingBy(Judgment::model, TreeMap::new, toList()));
    List<LiveBenchResult> results = new ArrayList<>();
    byModel.forEach((model, judgments) -> results.add(result(model, judgments)));
    return results;
  }

  private static LiveBenchResult result(String model, List<Judgment> judgments) {
    Map<String, Double> categories = new TreeMap<>();
    judgments.stream()
        .collect(groupingBy(Judgment::category))
        .forEach(
            (category, ofCategory) ->
                categories.put(
                    category,
                    ofCategory.stream()
                        .collect(groupingBy(Judgment::task, averagingDouble(Judgment::score)))
                        .values()
                        .stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .average()
                        .orElseThrow()));
    return new LiveBenchResult(model, Map.of(), categories, judgments.size());
  }

  private static List<Judgment> rows(Path file) {
    ParquetReadOptions options =
        new ParquetReadOptions.Builder(new PlainParquetConfiguration())
            .withCodecFactory(new Snappy())
            .build();
    List<Judgment> rows = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      MessageType schema = reader.getFileMetaData().getSchema();
      PageReadStore group;
      while ((group = reader.readNextRowGroup()) != null) {
        RecordReader<Group> records =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(group, new GroupRecordConverter(schema));
        for (long row = 0; row < group.getRowCount(); row++) {
          rows.add(Judgment.of(records.read()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private record Judgment(
      String key, String model, String category, String task, double score, double at) {

    static Judgment of(Group row) {
      String model = row.getString("model", 0);
      String key =
          String.join("|", model, row.getString("question_id", 0), "" + row.getLong("turn", 0));
      return new Judgment(
          key,
          model,
          row.getString("category", 0),
          row.getString("task", 0),
          row.getDouble("score", 0),
          row.getDouble("tstamp", 0));
    }

    static Judgment later(Judgment one, Judgment other) {
      return other.at >= one.at ? other : one;
    }
  }

  /** The recording is packed with nothing else. */
  private static final class Snappy implements CompressionCodecFactory {

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      return new Unpacker(codec);
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      throw new UnsupportedOperationException("only read here");
    }

    @Override
    public void release() {}
  }

  private record Unpacker(CompressionCodecName codec)
      implements CompressionCodecFactory.BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput packed, int bytes) throws IOException {
      return BytesInput.from(unpack(packed.toInputStream().readAllBytes(), bytes));
    }

    @Override
    public void decompress(ByteBuffer packed, int packedBytes, ByteBuffer page, int bytes) {
      byte[] input = new byte[packedBytes];
      packed.get(input);
      page.put(unpack(input, bytes));
    }

    @Override
    public void release() {}

    private byte[] unpack(byte[] packed, int bytes) {
      if (codec == CompressionCodecName.UNCOMPRESSED) {
        return packed;
      }
      byte[] page = new byte[bytes];
      int unpacked = new SnappyDecompressor().decompress(packed, 0, packed.length, page, 0, bytes);
      if (unpacked != bytes) {
        throw new IllegalArgumentException("%s page of %d bytes".formatted(codec, unpacked));
      }
      return page;
    }
  }
}
