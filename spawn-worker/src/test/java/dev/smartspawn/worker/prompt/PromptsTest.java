package dev.smartspawn.worker.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What models are told is kept as golden files; {@code -Dgolden.write=true} writes them anew. */
class PromptsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/prompt");
  private static final Fence FENCE = new Fence("00112233445566778899aabbccddeeff");
  private static final SpawnRequest REQUEST = SpawnRequest.of("Name three primes.");

  @Test
  void mergePrompt() throws IOException {
    assertGolden(
        "merge",
        MergePrompt.of(
            REQUEST,
            List.of(output("member-1", "openai/dear"), output("member-2", "google/middle")),
            FENCE));
  }

  @Test
  void judgePrompt() throws IOException {
    assertGolden("judge", JudgePrompt.of(REQUEST, "2, 3 and 5.", FENCE));
  }

  @Test
  void escalationPrompt() throws IOException {
    assertGolden("escalation", EscalationPrompt.of(REQUEST, "2, 3 and 9.", FENCE));
  }

  @Test
  void textOfAFileKeepsItsLineEnds() {
    assertThat(FENCE.around("file a.csv", "a;b\r\n1;2\r\n"))
        .isEqualTo(FENCE.begin("file a.csv") + "\na;b\r\n1;2\r\n\n" + FENCE.end("file a.csv"));
  }

  private static Output output(String part, String model) {
    return new Output(
        part,
        part,
        CanonicalId.of(model),
        "2, 3 and 5.",
        "thinking that no prompt may hold",
        false,
        new TokenUsage(1, 1));
  }

  private static void assertGolden(String name, Prompt prompt) throws IOException {
    String text =
        prompt.messages().stream()
            .map(message -> "=== " + message.role() + "\n" + message.text())
            .collect(Collectors.joining("\n", "", "\n"));
    Path file = GOLDEN.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, text);
    }
    assertThat(file).content().isEqualTo(text);
  }
}
