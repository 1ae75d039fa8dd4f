package dev.smartspawn.worker.stub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * The npm package {@code @portkey-ai/gateway}: a real gateway between worker and provider. It is in
 * {@code src/test/aimock}, after {@code npm ci}. Tests skip if it or Node is missing.
 */
public final class PortkeyGateway implements AutoCloseable {

  private static final Path SERVER =
      Path.of("src/test/aimock/node_modules/@portkey-ai/gateway/build/start-server.js");

  private final Process process;
  private final int port;

  private PortkeyGateway(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * @param folder for its log
   */
  public static PortkeyGateway start(Path folder) throws IOException {
    Assumptions.assumeTrue(
        Files.exists(SERVER), "skipped: npm package @portkey-ai/gateway is not installed here");
    Assumptions.assumeTrue(Aimock.isInstalled(), "skipped: there is no Node here");
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                "node", SERVER.toAbsolutePath().toString(), "--port=" + port, "--headless")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("gateway.log").toFile())
            .start();
    PortkeyGateway gateway = new PortkeyGateway(process, port);
    Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(gateway::accepts);
    return gateway;
  }

  /** As a provider's entry names it. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port + "/v1");
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

  private boolean accepts() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    }
  }
}
