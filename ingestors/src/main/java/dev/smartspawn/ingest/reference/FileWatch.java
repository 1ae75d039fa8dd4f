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
 * Notices that a file has been edited, replaced, created or deleted, by looking at it. Editors that
 * write a new file and rename it are seen like those that write in place.
 */
public final class FileWatch {

  /** An edit counts once the file has been left alone this long: half of one is not read. */
  private static final Duration SETTLED = Duration.ofMillis(200);

  /** Within this long of an edit another one may leave the same time and size behind. */
  private static final Duration CLOCK_TICK = Duration.ofSeconds(1);

  private final Path path;
  private @Nullable Stamp read;
  private Instant readAt = Instant.MIN;
  private @Nullable Stamp seen;
  private Instant seenAt = Instant.MIN;

  public FileWatch(Path path) {
    this.path = path;
  }

  /** Whether the file, left alone by now, is another one than was read last. */
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

  /** To be called before the file is read. */
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
