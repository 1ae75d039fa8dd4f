package dev.smartspawn.ingest.parquet;

import dev.smartspawn.ingest.http.AnswerBody;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** An answer's body as a Parquet file. */
final class BodyFile implements InputFile {

  private final AnswerBody body;

  BodyFile(AnswerBody body) {
    this.body = body;
  }

  @Override
  public long getLength() {
    return body.length();
  }

  @Override
  public SeekableInputStream newStream() {
    return new BodyStream(new SeekableBytes(body));
  }

  private static final class BodyStream extends DelegatingSeekableInputStream {

    private final SeekableBytes bytes;

    BodyStream(SeekableBytes bytes) {
      super(bytes);
      this.bytes = bytes;
    }

    @Override
    public long getPos() {
      return bytes.position;
    }

    @Override
    public void seek(long position) throws IOException {
      bytes.seek(position);
    }
  }

  private static final class SeekableBytes extends InputStream {

    private final AnswerBody body;
    private long position;

    SeekableBytes(AnswerBody body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      int read = body.read(position, ByteBuffer.wrap(bytes, offset, count));
      position += Math.max(0, read);
      return read;
    }

    void seek(long to) throws IOException {
      if (to < 0 || to > body.length()) {
        throw new EOFException(
            "the file refers to byte %d, and has %d".formatted(to, body.length()));
      }
      position = to;
    }
  }
}
