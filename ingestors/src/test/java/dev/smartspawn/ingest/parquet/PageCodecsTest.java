package dev.smartspawn.ingest.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.Compressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageCodecsTest {

  private static final byte[] PAGE = "a page ".repeat(100).getBytes(StandardCharsets.UTF_8);

  private final PageCodecs codecs = new PageCodecs();

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "ZSTD", "GZIP"})
  void pageIsUnpackedUnchanged(CompressionCodecName codec) throws Exception {
    byte[] packed = pack(codec);

    byte[] unpacked =
        codecs
            .getDecompressor(codec)
            .decompress(BytesInput.from(packed), PAGE.length)
            .toInputStream()
            .readAllBytes();
    ByteBuffer buffer = ByteBuffer.allocate(PAGE.length);
    codecs
        .getDecompressor(codec)
        .decompress(ByteBuffer.wrap(packed), packed.length, buffer, PAGE.length);

    assertThat(unpacked).isEqualTo(PAGE);
    assertThat(buffer.array()).isEqualTo(PAGE);
  }

  @Test
  void pageOfAnotherSizeThanAnnouncedIsDamaged() {
    assertThatThrownBy(
            () ->
                codecs
                    .getDecompressor(CompressionCodecName.GZIP)
                    .decompress(BytesInput.from(pack(CompressionCodecName.GZIP)), PAGE.length + 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("unpacks to 700 bytes: expected 701");
  }

  @Test
  void damagedSizeDoesNotTakeAllMemory() {
    assertThatThrownBy(
            () ->
                codecs
                    .getDecompressor(CompressionCodecName.SNAPPY)
                    .decompress(BytesInput.from(PAGE), Integer.MAX_VALUE))
        .hasMessageContaining("expected at most");
  }

  @Test
  void otherCodecsAreNamed() {
    assertThatThrownBy(() -> codecs.getDecompressor(CompressionCodecName.BROTLI))
        .hasMessageContaining("BROTLI: expected UNCOMPRESSED, SNAPPY, ZSTD or GZIP");
  }

  private static byte[] pack(CompressionCodecName codec) throws IOException {
    return switch (codec) {
      case SNAPPY -> pack(new SnappyCompressor());
      case ZSTD -> pack(new ZstdCompressor());
      case GZIP -> {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
          gzip.write(PAGE);
        }
        yield bytes.toByteArray();
      }
      default -> PAGE;
    };
  }

  private static byte[] pack(Compressor compressor) {
    byte[] packed = new byte[compressor.maxCompressedLength(PAGE.length)];
    int length = compressor.compress(PAGE, 0, PAGE.length, packed, 0, packed.length);
    return Arrays.copyOf(packed, length);
  }
}
