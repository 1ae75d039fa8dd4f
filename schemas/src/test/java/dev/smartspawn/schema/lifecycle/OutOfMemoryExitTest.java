package dev.smartspawn.schema.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutOfMemoryExitTest {

  /** How a program without memory left behaves. */
  enum Behaviour {
    THREAD_ENDS,
    ERROR_IS_CAUGHT,
    ERROR_IS_HIDDEN
  }

  @ParameterizedTest
  @EnumSource
  void processEndsWithCodeAndSentence(Behaviour behaviour) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Hoarder.class.getName(),
                behaviour.name())
            .redirectErrorStream(true)
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("ended within a minute").isTrue();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(output).isEqualTo(OutOfMemoryExit.CODE);
    assertThat(output).contains("a service: out of memory, so the process ends");
  }

  /** Takes memory until there is none left, on a thread beside the one that waits. */
  static final class Hoarder {

    private Hoarder() {}

    public static void main(String[] behaviour) throws InterruptedException {
      OutOfMemoryExit.install("a service");
      Behaviour chosen = Behaviour.valueOf(behaviour[0]);
      new Thread(() -> hoard(chosen), "hoarder").start();
      new CountDownLatch(1).await();
    }

    private static void hoard(Behaviour behaviour) {
      List<byte[]> hoard = new ArrayList<>();
      while (true) {
        try {
          hoard.add(new byte[10_000]);
        } catch (OutOfMemoryError e) {
          if (behaviour == Behaviour.THREAD_ENDS) {
            throw e;
          }
          if (behaviour == Behaviour.ERROR_IS_CAUGHT) {
            OutOfMemoryExit.check(new IllegalStateException(e));
          }
        }
      }
    }
  }
}
