package dev.smartspawn.ingest.parquet;

import dev.smartspawn.ingest.http.AnswerBody;
import dev.smartspawn.ingest.http.BodyStream;
import java.io.IOException;
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
    return new Seekable(body.open());
  }

  private static final class Seekable extends DelegatingSeekableInputStream {

    private final BodyStream bytes;

    Seekable(BodyStream bytes) {
      super(bytes);
      this.bytes = bytes;
    }

    @Override
    public long getPos() {
      return bytes.position();
    }

    @Override
    public void seek(long position) throws IOException {
      bytes.seek(position);
    }
  }
}
