package dev.smartspawn.worker.attachment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The body of a call with its files. A file becomes base64 while it is sent, so that only its bytes
 * are in memory, and they are let go once it was sent.
 */
public final class FilledBody implements AutoCloseable {

  /** A multiple of three, so that the pieces of base64 can be joined. */
  private static final int STEP = 3 * 16 * 1024;

  private final long length;
  private final Runnable release;
  private List<Segment> segments;

  /** What is sent one after another. */
  sealed interface Segment {

    /** Text of the body as it is. */
    record Text(ByteBuffer text) implements Segment {
      static Text of(byte[] body, int from, int to) {
        return new Text(ByteBuffer.wrap(body, from, to - from));
      }
    }

    /** A data URL. */
    record File(String head, ByteBuffer content) implements Segment {}
  }

  /**
   * @param release gives back the room of the files; may be called more than once
   */
  FilledBody(List<Segment> segments, Runnable release) {
    this.segments = List.copyOf(segments);
    this.length = segments.stream().mapToLong(FilledBody::length).sum();
    this.release = release;
  }

  /** A body without files. */
  public static FilledBody plain(byte[] json) {
    return new FilledBody(List.of(Segment.Text.of(json, 0, json.length)), () -> {});
  }

  /** In bytes. */
  public long length() {
    return length;
  }

  /** Writes it once; the files are let go. */
  public void writeTo(OutputStream out) throws IOException {
    for (Segment segment : segments) {
      if (segment instanceof Segment.Text text) {
        out.write(text.text().array(), text.text().position(), text.text().remaining());
      } else if (segment instanceof Segment.File file) {
        out.write(file.head().getBytes(StandardCharsets.US_ASCII));
        byte[] content = file.content().array();
        for (int at = 0; at < content.length; at += STEP) {
          int end = Math.min(content.length, at + STEP);
          out.write(Base64.getEncoder().encode(Arrays.copyOfRange(content, at, end)));
        }
      }
    }
    close();
  }

  @Override
  public void close() {
    segments = List.of();
    release.run();
  }

  private static long length(Segment segment) {
    return segment instanceof Segment.File file
        ? file.head().length() + (file.content().remaining() + 2L) / 3 * 4
        : ((Segment.Text) segment).text().remaining();
  }
}
