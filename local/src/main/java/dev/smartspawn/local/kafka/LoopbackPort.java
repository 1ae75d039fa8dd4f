package dev.smartspawn.local.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports on 127.0.0.1. */
public final class LoopbackPort {

  public static final String HOST = "127.0.0.1";

  private LoopbackPort() {}

  /** Returns a port that is currently free. */
  public static int free() {
    try (ServerSocket socket = listen(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on " + HOST, e);
    }
  }

  /**
   * @param purpose what the port is for, for the error message
   * @return {@code port}
   * @throws LoopbackPortTakenException when a process listens on it
   */
  public static int requireFree(String purpose, int port) {
    try (ServerSocket socket = listen(port)) {
      return socket.getLocalPort();
    } catch (BindException e) {
      throw new LoopbackPortTakenException(purpose, port, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on %s:%d".formatted(HOST, port), e);
    }
  }

  /** Whether a process listens on it. */
  public static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
