package dev.smartspawn.local.bench;

import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.schema.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The server of the recordings, which simulates all sources on one loopback port. It is a Python
 * program next to the project on some machines, and not a part of it.
 */
public final class RecordedSources implements AutoCloseable {

  private static final String PYTHON = "python3";

  private final Process process;
  private final String url;

  private RecordedSources(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * @param shared the folder that contains sources/ and recordings/
   */
  public static boolean isAvailable(Path shared) {
    return Files.exists(script(shared)) && runs(PYTHON, "--version");
  }

  /** Serves the recordings as they are. */
  public static RecordedSources start(Path shared) {
    return start(shared, LoopbackPort.free(), null, Map.of());
  }

  /**
   * Returns once the server answers.
   *
   * @param port the port to answer on
   * @param recordings the folder to serve instead of the recordings in {@code shared}
   * @param faults source to its fault, as the server's help spells it
   */
  public static RecordedSources start(
      Path shared, int port, @Nullable Path recordings, Map<Source, String> faults) {
    List<String> command =
        new ArrayList<>(List.of(PYTHON, script(shared).toString(), Integer.toString(port)));
    if (recordings != null) {
      command.add(recordings.toString());
    }
    faults.forEach((source, fault) -> command.addAll(List.of("--fault", source + "=" + fault)));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.inputReader().readLine(); // printed once it serves
      return new RecordedSources(process, "http://" + LoopbackPort.HOST + ":" + port);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + String.join(" ", command), e);
    }
  }

  public String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(); // until its port is free
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path script(Path shared) {
    return shared.resolve("sources").resolve("serve.py");
  }

  private static boolean runs(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
