package dev.smartspawn.enrich;

import io.airlift.compress.Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

/** The rows of a recorded Parquet file. */
final class RecordedRows {

  private RecordedRows() {}

  static Stream<Group> of(Path file) {
    ParquetReadOptions options =
        new ParquetReadOptions.Builder(new PlainParquetConfiguration())
            .withCodecFactory(new RecordedCodecs())
            .build();
    List<Group> rows = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      MessageType schema = reader.getFileMetaData().getSchema();
      PageReadStore group;
      while ((group = reader.readNextRowGroup()) != null) {
        RecordReader<Group> records =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(group, new GroupRecordConverter(schema));
        for (long row = 0; row < group.getRowCount(); row++) {
          rows.add(records.read());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows.stream();
  }

  /** The recordings are packed with Snappy or Zstandard. */
  private static final class RecordedCodecs implements CompressionCodecFactory {

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
      Decompressor decompressor =
          codec == CompressionCodecName.ZSTD ? new ZstdDecompressor() : new SnappyDecompressor();
      int unpacked = decompressor.decompress(packed, 0, packed.length, page, 0, bytes);
      if (unpacked != bytes) {
        throw new IllegalArgumentException("%s page of %d bytes".formatted(codec, unpacked));
      }
      return page;
    }
  }
}
