package dev.smartspawn.ingest.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The bytes of an answer as a stream that can go to any position. */
public final class BodyStream extends InputStream {

  private final AnswerBody body;
  private long position;

  BodyStream(AnswerBody body) {
    this.body = body;
  }

  /** Of the next byte. */
  public long position() {
    return position;
  }

  /**
   * @throws EOFException when the body has no such position
   */
  public void seek(long to) throws IOException {
    if (to < 0 || to > body.length()) {
      throw new EOFException("the file refers to byte %d, and has %d".formatted(to, body.length()));
    }
    position = to;
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
}
