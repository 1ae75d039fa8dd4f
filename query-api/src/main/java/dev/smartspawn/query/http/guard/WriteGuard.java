package dev.smartspawn.query.http.guard;

import dev.smartspawn.query.http.response.Refusal;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** The checks before a command's body is read. */
public final class WriteGuard {

  /** The owner of an IPv6 address usually has all that share its first half. */
  private static final int IPV6_PREFIX_BYTES = 8;

  private final HostGuard hosts;
  private final OriginGuard origins;
  private final ApiKeys keys;
  private final WriteRateLimit pace;

  public WriteGuard(HostGuard hosts, OriginGuard origins, ApiKeys keys, WriteRateLimit pace) {
    this.hosts = hosts;
    this.origins = origins;
    this.keys = keys;
    this.pace = pace;
  }

  /**
   * Attempts with wrong keys count too.
   *
   * @throws Refusal if the command is refused
   */
  public void check(HttpServerExchange exchange) {
    HeaderMap headers = exchange.getRequestHeaders();
    String host = headers.getFirst(Headers.HOST);
    hosts.check(host);
    origins.check(headers.getFirst(Headers.ORIGIN), host);
    Optional<String> holder = keys.holder(headers.getFirst(Headers.AUTHORIZATION));
    pace.spend(holder.orElseGet(() -> address(exchange)));
    keys.require(holder);
  }

  private static String address(HttpServerExchange exchange) {
    InetAddress address = exchange.getSourceAddress().getAddress();
    return address instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(address.getAddress(), IPV6_PREFIX_BYTES))
        : address.getHostAddress();
  }
}
