package dev.smartspawn.schema.kafka;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a port, without encryption, what it expects of clients. A Kafka client must not be the first
 * to ask: it takes the first bytes of a TLS answer for a length of 352 MB and reserves that memory.
 */
final class ListenerProbe {

  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(3).toMillis();

  /** Kafka's numbers of the request that names a login mechanism, and of its version. */
  private static final short SASL_HANDSHAKE = 17;

  private static final short VERSION = 1;
  private static final int CORRELATION = 0x534d5350;

  /** The error of a listener that has no logins. */
  private static final short NO_LOGINS = 34;

  private static final int MOST_BYTES = 64 * 1024;

  /** The first two bytes of a TLS record that alerts. */
  private static final int TLS_ALERT = 0x1503;

  private ListenerProbe() {}

  /** What a port expects. */
  sealed interface Answer {

    /** It is Kafka, without encryption. */
    record Plain(boolean login, List<String> mechanisms) implements Answer {}

    /** It is encrypted. */
    record Encrypted() implements Answer {}

    /** It accepted the connection and did not answer. */
    record Silent() implements Answer {}

    /** It answered something that is not Kafka. */
    record Foreign() implements Answer {}
  }

  /**
   * @throws IOException if the port cannot be connected to
   */
  static Answer ask(InetSocketAddress address, String mechanism) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(address, PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(request(mechanism));
        return answer(new DataInputStream(socket.getInputStream()));
      } catch (IOException e) {
        return new Answer.Silent();
      }
    }
  }

  private static byte[] request(String mechanism) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    body.writeShort(SASL_HANDSHAKE);
    body.writeShort(VERSION);
    body.writeInt(CORRELATION);
    writeText(body, "smart-spawn-probe");
    writeText(body, mechanism);
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    DataOutputStream frame = new DataOutputStream(framed);
    frame.writeInt(bytes.size());
    bytes.writeTo(frame);
    return framed.toByteArray();
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  private static Answer answer(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size >>> 16 == TLS_ALERT) {
      return new Answer.Encrypted();
    }
    if (size < 10 || size > MOST_BYTES || in.readInt() != CORRELATION) {
      return new Answer.Foreign();
    }
    short error = in.readShort();
    List<String> mechanisms = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      mechanisms.add(new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8));
    }
    return new Answer.Plain(error != NO_LOGINS, mechanisms);
  }
}
