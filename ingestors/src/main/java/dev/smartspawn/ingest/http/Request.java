package dev.smartspawn.ingest.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A GET request.
 *
 * @param headers sent to every host, also after redirects
 * @param secrets sent to the first address's origin only, and never shown
 * @param condition entity tag or date of the known answer
 * @param retries who retries a temporary failure
 */
public record Request(
    URI address,
    Map<String, String> headers,
    Map<String, String> secrets,
    Optional<String> condition,
    Retries retries) {

  /** Who retries a failed request. */
  public enum Retries {
    HERE,
    BY_CALLER
  }

  public Request {
    headers = Map.copyOf(headers);
    secrets = Map.copyOf(secrets);
  }

  public static Request get(URI address) {
    return new Request(address, Map.of(), Map.of(), Optional.empty(), Retries.HERE);
  }

  /** A request below a base address, which may contain a path. */
  public static Request get(URI base, String pathAndQuery) {
    return get(URI.create(base + pathAndQuery));
  }

  public Request header(String name, String value) {
    return new Request(address, plus(headers, name, value), secrets, condition, retries);
  }

  public Request secret(String name, String value) {
    return new Request(address, headers, plus(secrets, name, value), condition, retries);
  }

  /** Allows the source to answer "not modified". */
  public Request unlessStill(Validators known) {
    return new Request(address, headers, secrets, known.of(address), retries);
  }

  public Request retriedByCaller() {
    return new Request(address, headers, secrets, condition, Retries.BY_CALLER);
  }

  /** The same request at the next address of a redirect. */
  Request redirectedTo(URI next) {
    boolean leaves = !origin(address).equals(origin(next));
    return new Request(next, headers, leaves ? Map.of() : secrets, condition, retries);
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return "GET " + address;
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getHost() + ":" + port(address);
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equals(address.getScheme()) ? 443 : 80;
  }

  private static Map<String, String> plus(Map<String, String> map, String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(map);
    all.put(name, value);
    return all;
  }
}
