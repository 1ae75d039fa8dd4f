package dev.smartspawn.ingest.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Unpacks the pages of one Parquet file without native libraries and without Hadoop's codecs, which
 * would require all of Hadoop. Snappy and Zstandard come from aircompressor (Apache-2.0), a
 * dependency of parquet-hadoop.
 */
final class PageCodecs implements CompressionCodecFactory {

  /**
   * A page has a few MB, a file not many more. The limits prevent a damaged or hostile header from
   * using up the memory. Pages are unpacked one after another, but those of a row group may be in
   * memory together.
   */
  private static final int MAX_PAGE_BYTES = 16 * 1024 * 1024;

  private static final long MAX_GROUP_BYTES = 64L * 1024 * 1024;
  private static final long MAX_FILE_BYTES = 256L * 1024 * 1024;

  private long unpackedBytes;
  private long unpackedOfGroup;

  /** The pages of the row group before are no longer in memory. */
  void beginRowGroup() {
    unpackedOfGroup = 0;
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED -> new PageDecompressor((packed, bytes) -> packed);
      case SNAPPY -> new PageDecompressor(unpacking(new SnappyDecompressor()));
      case ZSTD -> new PageDecompressor(unpacking(new ZstdDecompressor()));
      case GZIP -> new PageDecompressor(PageCodecs::gunzip);
      default ->
          throw new IllegalArgumentException(
              "pages packed with %s: expected UNCOMPRESSED, SNAPPY, ZSTD or GZIP".formatted(codec));
    };
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("files are only read here");
  }

  @Override
  public void release() {}

  private static Unpacking unpacking(Decompressor decompressor) {
    return (packed, bytes) -> {
      byte[] page = new byte[bytes];
      int unpacked = decompressor.decompress(packed, 0, packed.length, page, 0, bytes);
      return exactly(bytes, unpacked, page);
    };
  }

  private static byte[] gunzip(byte[] packed, int bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] page = in.readNBytes(bytes);
      return exactly(bytes, page.length, page);
    }
  }

  private static byte[] exactly(int expected, int unpacked, byte[] page) throws IOException {
    if (unpacked != expected) {
      throw new EOFException(
          "a page unpacks to %d bytes: expected %d".formatted(unpacked, expected));
    }
    return page;
  }

  @FunctionalInterface
  private interface Unpacking {
    byte[] unpack(byte[] packed, int bytes) throws IOException;
  }

  private final class PageDecompressor implements BytesInputDecompressor {

    private final Unpacking unpacking;

    PageDecompressor(Unpacking unpacking) {
      this.unpacking = unpacking;
    }

    @Override
    public BytesInput decompress(BytesInput packed, int bytes) throws IOException {
      return BytesInput.from(unpack(packed.toInputStream().readAllBytes(), bytes));
    }

    @Override
    public void decompress(ByteBuffer packed, int packedBytes, ByteBuffer page, int bytes)
        throws IOException {
      byte[] input = new byte[packedBytes];
      packed.get(input);
      page.put(unpack(input, bytes));
    }

    @Override
    public void release() {}

    private byte[] unpack(byte[] packed, int bytes) throws IOException {
      if (bytes < 0 || bytes > MAX_PAGE_BYTES) {
        throw new IOException(
            "a page of %d bytes: expected at most %d".formatted(bytes, MAX_PAGE_BYTES));
      }
      unpackedBytes += bytes;
      unpackedOfGroup += bytes;
      if (unpackedBytes > MAX_FILE_BYTES || unpackedOfGroup > MAX_GROUP_BYTES) {
        throw new IOException(
            "pages of %d bytes: expected at most %d in a row group, and %d in all"
                .formatted(unpackedBytes, MAX_GROUP_BYTES, MAX_FILE_BYTES));
      }
      return unpacking.unpack(packed, bytes);
    }
  }
}
