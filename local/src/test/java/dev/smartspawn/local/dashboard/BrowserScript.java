package dev.smartspawn.local.dashboard;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.smartspawn.local.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A script for Node that drives a real Chromium by the npm packages {@code playwright-core} and
 * {@code axe-core}. They are looked for where {@code BROWSER_TESTS_HOME} says, and in this module's
 * {@code target}; tests skip where one of them, Node or Chromium is not there. The headless shell
 * is preferred: it is the same engine, and starts and draws in half the time.
 */
final class BrowserScript {

  private static final Path SCRIPTS = ProjectFiles.root().resolve("local/src/test/browser");
  private static final List<String> PACKAGES = List.of("playwright-core", "axe-core");

  private BrowserScript() {}

  static void assumeBrowser() {
    assumeTrue(chromium().isPresent(), "skipped: there is no Chromium here (CHROMIUM names it)");
    assumeTrue(hasNode(), "skipped: there is no Node here");
    assumeTrue(
        PACKAGES.stream().allMatch(each -> Files.exists(modules().resolve(each))),
        () -> "skipped: the npm packages %s are not in %s".formatted(PACKAGES, modules()));
  }

  /** What it prints, line by line, once it has ended. */
  static List<String> run(String script, String url, Path pictures, List<String> more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "node",
                SCRIPTS.resolve(script).toString(),
                url,
                modules().getParent().toString(),
                pictures.toString()));
    command.addAll(more);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CHROMIUM", chromium().orElseThrow().toString());
    try {
      Process process = builder.start();
      List<String> lines = process.inputReader().lines().toList();
      process.waitFor();
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Path modules() {
    String home = System.getenv("BROWSER_TESTS_HOME");
    Path folder = home == null ? ProjectFiles.root().resolve("local/target") : Path.of(home);
    return folder.resolve("node_modules");
  }

  private static Optional<Path> chromium() {
    return Stream.concat(
            Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of),
            Stream.of("chromium-headless-shell", "chromium", "chromium-browser")
                .map(Path.of("/usr/bin")::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean hasNode() {
    try {
      return new ProcessBuilder("node", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
