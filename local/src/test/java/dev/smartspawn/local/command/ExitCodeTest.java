package dev.smartspawn.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.ChildJvm;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.kafka.LoopbackPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The codes are those that {@code help} lists. */
class ExitCodeTest {

  @Test
  void helpListsEveryCode() {
    String help = CommandRun.of("help").out();
    for (Map.Entry<String, String> code : ExitCode.meanings().entrySet()) {
      String beginning = code.getValue().substring(0, 4);
      assertThat(help).containsPattern(" %s +%s".formatted(code.getKey(), beginning));
    }
  }

  @Test
  void zeroIsDone() {
    assertThat(CommandRun.of("help", "pick").exitCode()).isZero();
    assertThat(CommandRun.of("--version").exitCode()).isZero();
  }

  @Test
  void oneIsNotDone() {
    String nowhere = "http://127.0.0.1:" + LoopbackPort.free();
    assertThat(CommandRun.of("status", "--url", nowhere).exitCode()).isEqualTo(1);
  }

  @Test
  void twoIsNotUnderstood() {
    assertThat(CommandRun.of().exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("nonsense").exitCode()).isEqualTo(2);
  }

  @Test
  @Timeout(60)
  void oneHundredAndFortyThreeIsEndedBySigterm() throws Exception {
    List<String> command = new ArrayList<>(ChildJvm.launcher());
    command.addAll(List.of("spawn", "-"));
    Process waiting = new ProcessBuilder(command).start();
    waiting.destroy();
    assertThat(waiting.waitFor()).isEqualTo(143);
  }
}
