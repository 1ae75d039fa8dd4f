package dev.smartspawn.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers of up to 64 MB, each read in a JVM whose heap is not much larger than one of them. */
class LargeAnswersTest {

  @Test
  void largeAnswerNeedsLittleMemory() throws Exception {
    String output =
        outputOf(80, "entries", "array", "scalars", "beside", "text", "nested", "csv", "quote");

    assertThat(output.replaceAll("(?m)(: refused: [^:]*):.*$", "$1"))
        .contains(
            "entries: refused: OpenRouter sent too much",
            "array: 10 read, 1 rejected",
            "scalars: refused: OpenRouter sent 20000001 entries of which 20000000 cannot be used",
            "beside: 1 read, 0 rejected",
            "text: 1 read, 0 rejected",
            "nested: 1 read, 0 rejected",
            "csv: refused: LMArena sent too much",
            "quote: refused: LMArena answered GET");
  }

  @Test
  void largeAnswersOfAllSourcesAtOnceFit() throws Exception {
    assertThat(outputOf(160, "all"))
        .contains("array: 10 read")
        .contains("entries: refused", "old: refused", "csv: refused", "parquet: refused")
        .containsPattern("pages: refused: .*more than 8 MiB");
  }

  private static String outputOf(int heapMegabytes, String... cases)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            LargeAnswers.class.getName()));
    command.addAll(List.of(cases));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).doesNotContain("OutOfMemoryError");
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
