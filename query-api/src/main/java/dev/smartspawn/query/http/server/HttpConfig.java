package dev.smartspawn.query.http.server;

import dev.smartspawn.query.http.guard.ApiKeys;
import java.util.List;

/**
 * @param host address to listen on
 * @param port 0 takes a free one
 * @param allowedHosts names in the Host header to answer to, besides localhost and {@code host}
 * @param allowedOrigins web origins whose pages may read and write, besides the server's own
 * @param apiKeys who may write
 * @param writesPerMinute the limit for each client
 */
public record HttpConfig(
    String host,
    int port,
    List<String> allowedHosts,
    List<String> allowedOrigins,
    ApiKeys apiKeys,
    int writesPerMinute) {

  public HttpConfig {
    allowedHosts = List.copyOf(allowedHosts);
    allowedOrigins = List.copyOf(allowedOrigins);
  }
}
