package dev.smartspawn.ingest.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Detects by polling that a file has been edited, replaced, created or deleted. It detects edits in
 * place as well as a new file renamed over the old one.
 */
public final class FileWatch {

  /**
   * An edit counts once the file has not changed for this long, so that a half-written file is not
   * read.
   */
  private static final Duration SETTLED = Duration.ofMillis(200);

  /** A second edit within this time may leave the same modification time and size. */
  private static final Duration CLOCK_TICK = Duration.ofSeconds(1);

  private final Path path;
  private @Nullable Stamp read;
  private Instant readAt = Instant.MIN;
  private @Nullable Stamp seen;
  private Instant seenAt = Instant.MIN;

  public FileWatch(Path path) {
    this.path = path;
  }

  /** Whether the file differs from the version read last and is no longer being edited. */
  public boolean isChanged(Instant now) {
    Stamp current = look();
    if (!current.equals(seen)) {
      seen = current;
      seenAt = now;
    }
    if (read == null) {
      return true;
    }
    boolean settled = !now.isBefore(seenAt.plus(SETTLED));
    return settled && (!current.equals(read) || mayHideAnEdit(now));
  }

  /** Must be called before the file is read. */
  public void noteRead(Instant now) {
    read = look();
    readAt = now;
  }

  private boolean mayHideAnEdit(Instant now) {
    return read != null
        && readAt.isBefore(read.modified().plus(CLOCK_TICK))
        && !now.isBefore(read.modified().plus(CLOCK_TICK));
  }

  private Stamp look() {
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      FileTime modified = file.lastModifiedTime();
      return new Stamp(modified.toInstant(), file.size(), Objects.toString(file.fileKey()));
    } catch (NoSuchFileException e) {
      return Stamp.ABSENT;
    } catch (IOException e) {
      return new Stamp(Instant.EPOCH, -2, e.toString());
    }
  }

  private record Stamp(Instant modified, long size, String key) {
    static final Stamp ABSENT = new Stamp(Instant.EPOCH, -1, "");
  }
}
