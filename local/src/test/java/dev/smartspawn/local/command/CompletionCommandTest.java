package dev.smartspawn.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {

  @TempDir Path folder;

  @Test
  void bashCompletesCommandsOptionsAndValues() throws Exception {
    Path script =
        Files.writeString(folder.resolve("completion"), CommandRun.of("completion").out());

    assertThat(complete(script, "smart-spawn", "com")).contains("compare", "completion");
    assertThat(complete(script, "./smart-spawn", "pick", "--bud")).containsExactly("--budget");
    assertThat(complete(script, "smart-spawn", "status", "--output", "j")).containsExactly("json");
  }

  @Test
  void hiddenCommandsAreNotOffered() throws Exception {
    Path script =
        Files.writeString(folder.resolve("completion"), CommandRun.of("completion").out());

    assertThat(complete(script, "smart-spawn", "re"))
        .contains("refresh")
        .doesNotContain("rehearse");
  }

  /** Asks bash what it would offer after these words, as pressing the tab key does. */
  private static String[] complete(Path script, String... words)
      throws IOException, InterruptedException {
    String line = String.join(" ", words);
    String program =
        """
        compopt() { :; } # bash has it only while it completes
        source "$1"; shift
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
        declaration=$(complete -p smart-spawn) || exit 1
        function=$(sed 's/.*-F \\([^ ]*\\).*/\\1/' <<< "$declaration")
        "$function" smart-spawn "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    List<String> command =
        new ArrayList<>(List.of("bash", "-c", program, "bash", script.toString()));
    command.addAll(List.of(words));
    Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(line + ": " + output).isZero();
    return output.lines().map(String::strip).toArray(String[]::new);
  }
}
