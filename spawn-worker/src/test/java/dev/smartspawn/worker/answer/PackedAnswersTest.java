package dev.smartspawn.worker.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers that are small on the wire and large when they are unpacked. */
class PackedAnswersTest {

  private static final int HEAP_MEGABYTES = 128;

  @Test
  void eightLargeAnswersAtOnceFit() throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + HEAP_MEGABYTES + "m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    PackedAnswers.class.getName()))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .doesNotContain("OutOfMemoryError", "a whole answer")
        .contains("text: disconnected, the answer is larger than any answer may be")
        .contains("events: disconnected, the answer is larger than any answer may be");
    assertThat(output.lines()).hasSize(8 * 14);
  }
}
