package dev.smartspawn.ingest.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {

  private static final Instant WRITTEN = Instant.parse("2026-07-22T10:00:00Z");
  private static final Instant NOW = WRITTEN.plusSeconds(60);

  @TempDir Path folder;
  private Path file;
  private FileWatch watch;

  @BeforeEach
  void readOnce() throws IOException {
    file = folder.resolve("aliases.yaml");
    write("a", WRITTEN);
    watch = new FileWatch(file);
    assertThat(watch.isChanged(NOW)).as("never read").isTrue();
    watch.noteRead(NOW);
    assertThat(watch.isChanged(NOW.plusSeconds(1))).isFalse();
  }

  @Test
  void editCountsOnceItHasSettled() throws IOException {
    write("ab", NOW);

    assertThat(watch.isChanged(NOW.plusSeconds(1))).isFalse();
    assertThat(watch.isChanged(NOW.plusMillis(1100))).isFalse();
    assertThat(watch.isChanged(NOW.plusMillis(1200))).isTrue();
  }

  @Test
  void editStillGoingOnDoesNotCount() throws IOException {
    write("ab", NOW);
    assertThat(watch.isChanged(NOW.plusMillis(1000))).isFalse();
    write("abc", NOW.plusMillis(1150));

    assertThat(watch.isChanged(NOW.plusMillis(1200))).isFalse();
    assertThat(watch.isChanged(NOW.plusMillis(1400))).isTrue();
  }

  @Test
  void replacedFileIsSeenEvenWithTheSameTimeAndSize() throws IOException {
    Path other = Files.writeString(folder.resolve("tmp"), "b");
    Files.setLastModifiedTime(other, FileTime.from(WRITTEN));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(settledChange()).isTrue();
  }

  @Test
  void deletionAndReturnAreSeen() throws IOException {
    Files.delete(file);
    assertThat(settledChange()).isTrue();
    watch.noteRead(NOW.plusSeconds(2));
    assertThat(watch.isChanged(NOW.plusSeconds(3))).isFalse();

    write("a", WRITTEN);
    watch.isChanged(NOW.plusSeconds(4));
    assertThat(watch.isChanged(NOW.plusSeconds(5))).isTrue();
  }

  @Test
  void fileReadRightAfterAnEditIsReadOnceMore() throws IOException {
    write("ab", NOW);
    watch.noteRead(NOW.plusMillis(10));
    watch.isChanged(NOW.plusMillis(20));

    assertThat(watch.isChanged(NOW.plusMillis(900))).as("too soon").isFalse();
    assertThat(watch.isChanged(NOW.plusMillis(1000))).as("may hide a second edit").isTrue();
    watch.noteRead(NOW.plusMillis(1000));
    assertThat(watch.isChanged(NOW.plusMillis(2000))).isFalse();
  }

  private boolean settledChange() {
    watch.isChanged(NOW.plusSeconds(1));
    return watch.isChanged(NOW.plusSeconds(2));
  }

  private void write(String text, Instant at) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(at));
  }
}
