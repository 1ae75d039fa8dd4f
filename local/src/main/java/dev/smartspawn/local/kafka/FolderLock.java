package dev.smartspawn.local.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Holds a folder for one process. Kafka has its own lock, but takes it only after a second
 * controller has already written to the shared metadata log. The operating system releases this
 * lock when its process dies, however it dies. A file next to it names the holder.
 */
final class FolderLock implements AutoCloseable {

  private static final String LOCK_FILE = "held.lock";
  private static final String HOLDER_FILE = "held-by.txt";

  private final FileChannel channel;
  private final Path holderFile;
  private final Instant since;

  private FolderLock(FileChannel channel, Path holderFile, Instant since) {
    this.channel = channel;
    this.holderFile = holderFile;
    this.since = since;
  }

  /**
   * @param folder created if absent
   * @throws FolderHeldException naming the holder
   */
  static FolderLock take(Path folder, Clock clock) {
    try {
      Files.createDirectories(folder);
      Path holderFile = folder.resolve(HOLDER_FILE);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new FolderHeldException(folder, holder(holderFile));
      }
      return new FolderLock(channel, holderFile, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder " + folder, e);
    }
  }

  /**
   * @param what what the holder serves, for the message of the next process
   */
  void describe(String what) {
    String holder =
        "process %d since %s (%s)".formatted(ProcessHandle.current().pid(), since, what);
    try {
      Files.writeString(holderFile, holder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + holderFile, e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(holderFile);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release " + holderFile.getParent(), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this process
    }
  }

  private static String holder(Path holderFile) throws IOException {
    return Files.exists(holderFile)
        ? Files.readString(holderFile).strip()
        : "another process that is just starting or stopping";
  }
}
