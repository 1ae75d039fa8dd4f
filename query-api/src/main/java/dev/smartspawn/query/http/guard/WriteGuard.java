package dev.smartspawn.query.http.guard;

import dev.smartspawn.query.http.response.Refusal;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** Everything that has to hold before a command is so much as read. */
public final class WriteGuard {

  /** Whoever has one IPv6 address has all with its first half. */
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
   * Wrong keys count against whoever tries them.
   *
   * @throws Refusal for a command that is not taken
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
