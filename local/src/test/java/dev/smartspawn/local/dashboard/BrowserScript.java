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
 * A script for Node that drives a real Chromium with the npm packages {@code playwright-core} and
 * {@code axe-core}. {@code BROWSER_TESTS_HOME} names the folder they are installed in; the default
 * is the scripts' own, after {@code npm ci}. Tests skip if a package, Node or Chromium is missing.
 * The headless shell is preferred: it is the same engine, and starts and draws in half the time.
 */
final class BrowserScript {

  private static final Path SCRIPTS = ProjectFiles.root().resolve("local/src/test/browser");
  private static final List<String> PACKAGES = List.of("playwright-core", "axe-core");

  private BrowserScript() {}

  static void assumeBrowser() {
    assumeTrue(chromium().isPresent(), "skipped: Chromium is not installed (CHROMIUM can name it)");
    assumeTrue(hasNode(), "skipped: Node is not installed");
    assumeTrue(
        PACKAGES.stream().allMatch(each -> Files.exists(modules().resolve(each))),
        () ->
            "skipped: the npm packages %s are not installed in %s".formatted(PACKAGES, modules()));
  }

  /** Runs the script to its end and returns the lines it printed. */
  static List<String> run(String script, String url, Path pictures, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "node",
                SCRIPTS.resolve(script).toString(),
                url,
                modules().getParent().toString(),
                pictures.toString()));
    command.addAll(arguments);
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
    Path folder = home == null ? SCRIPTS : Path.of(home);
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
