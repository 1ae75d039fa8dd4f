package dev.smartspawn.worker.stub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * The npm package {@code @copilotkit/aimock}: an independent chat API. {@code AIMOCK_HOME} names
 * its folder; the default is in {@code src/test/aimock}, after {@code npm ci}. Tests skip if it or
 * Node is missing.
 */
public final class Aimock implements AutoCloseable {

  private static final String PACKAGE = "@copilotkit/aimock";

  private final Process process;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();

  private Aimock(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  public static boolean isInstalled() {
    return home().isPresent() && hasNode();
  }

  /**
   * @param fixtures what it answers, in its own format
   */
  public static Aimock start(String fixtures, Path folder) throws IOException {
    Optional<Path> home = home();
    Assumptions.assumeTrue(
        home.isPresent(), "skipped: npm package " + PACKAGE + " is not installed here");
    Assumptions.assumeTrue(hasNode(), "skipped: there is no Node here");
    Path file = Files.writeString(folder.resolve("fixtures.json"), fixtures);
    int port = freePort();
    Process process =
        new ProcessBuilder(
                "node",
                home.get().resolve("dist/cli.js").toString(),
                "--port",
                Integer.toString(port),
                "--fixtures",
                file.toString(),
                "--journal-max",
                "0",
                "--log-level",
                "warn")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("aimock.log").toFile())
            .start();
    Aimock aimock = new Aimock(process, port);
    Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(aimock::answers);
    return aimock;
  }

  /** As OpenRouter has it. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port + "/api/v1");
  }

  /** What it was asked, oldest first. */
  public JsonNode journal() {
    return get("/__aimock/journal");
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean answers() {
    return journal() != null;
  }

  private JsonNode get(String path) {
    try {
      HttpResponse<byte[]> response =
          http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      return Json.MAPPER.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Path> home() {
    return Stream.concat(
            Stream.ofNullable(System.getenv("AIMOCK_HOME")).map(Path::of),
            List.of(
                Path.of("src/test/aimock/node_modules", PACKAGE),
                Path.of("../spawn-worker/src/test/aimock/node_modules", PACKAGE))
                .stream())
        .map(Path::toAbsolutePath)
        .filter(home -> Files.exists(home.resolve("dist/cli.js")))
        .findFirst();
  }

  private static boolean hasNode() {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
