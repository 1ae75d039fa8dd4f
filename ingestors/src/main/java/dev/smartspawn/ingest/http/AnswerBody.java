package dev.smartspawn.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer. A small one is kept in memory, a larger one in a temporary file, so that
 * several large answers at once do not fill the memory. The file has no name on Unix systems, and
 * vanishes with the process.
 */
public final class AnswerBody implements AutoCloseable {

  /** Most answers of the known sources are smaller. */
  static final int MOST_IN_MEMORY = 1024 * 1024;

  private final byte[] start;
  private final @Nullable FileChannel file;
  private final long length;

  private AnswerBody(byte[] start, @Nullable FileChannel file, long length) {
    this.start = start;
    this.file = file;
    this.length = length;
  }

  /** A body in memory. */
  public static AnswerBody of(byte[] bytes) {
    return new AnswerBody(bytes, null, bytes.length);
  }

  /** In bytes. */
  public long length() {
    return length;
  }

  /** A new stream from the first byte on. It need not be closed, and may be read by one thread. */
  public BodyStream open() {
    return new BodyStream(this);
  }

  /**
   * Reads bytes from a position on.
   *
   * @return how many were read; -1 at the end
   */
  public int read(long position, ByteBuffer into) throws IOException {
    if (file != null) {
      return file.read(into, position);
    }
    int count = (int) Math.min(into.remaining(), length - position);
    if (count <= 0) {
      return into.hasRemaining() ? -1 : 0;
    }
    into.put(start, (int) position, count);
    return count;
  }

  /** At most {@code count} of the first bytes. */
  byte[] first(int count) {
    return Arrays.copyOf(start, Math.min(start.length, count));
  }

  /** Frees the file. */
  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      // Nothing was to be written, so nothing is lost.
    }
  }

  /** Gathers a body while it comes. One thread uses it. */
  static final class Gathering {

    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private long length;

    long length() {
      return length;
    }

    void add(ByteBuffer bytes) throws IOException {
      length += bytes.remaining();
      if (file == null && length <= MOST_IN_MEMORY) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        start.writeBytes(copy);
        return;
      }
      if (file == null) {
        file = temporary();
        write(file, ByteBuffer.wrap(start.toByteArray()));
      }
      write(file, bytes);
    }

    AnswerBody whole() {
      return new AnswerBody(start.toByteArray(), file, length);
    }

    void discard() {
      whole().close();
    }

    private static FileChannel temporary() throws IOException {
      Path path = Files.createTempFile("smart-spawn-answer", null);
      return FileChannel.open(
          path,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }
  }
}
