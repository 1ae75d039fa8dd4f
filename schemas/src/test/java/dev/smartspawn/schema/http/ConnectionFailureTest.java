package dev.smartspawn.schema.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionFailureTest {

  static Arguments[] failures() {
    return new Arguments[] {
      Arguments.of(new ConnectException(), "connection refused"),
      Arguments.of(
          new ConnectException().initCause(new UnresolvedAddressException()), "unknown host"),
      Arguments.of(new IOException(new UnknownHostException("host: nodename")), "unknown host"),
      Arguments.of(new NoRouteToHostException("No route"), "no route to the host"),
      Arguments.of(new HttpConnectTimeoutException("timed out"), "no answer in time"),
      Arguments.of(new IOException(new InterruptedIOException()), "no answer in time"),
      Arguments.of(new SSLHandshakeException("PKIX"), "no secure connection could be made"),
      Arguments.of(
          new IOException("HTTP/1.1 header parser received no bytes"), "the connection broke")
    };
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureIsDescribedInPlainWords(Throwable failure, String words) {
    assertThat(ConnectionFailure.describe(failure)).isEqualTo(words);
  }
}
