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
 * @param maxBodyBytes the largest answer that is expected; the pull may have a lower limit
 */
public record Request(
    URI address,
    Map<String, String> headers,
    Map<String, String> secrets,
    Optional<String> condition,
    Retries retries,
    long maxBodyBytes) {

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
    return new Request(address, Map.of(), Map.of(), Optional.empty(), Retries.HERE, Long.MAX_VALUE);
  }

  /** A request below a base address, which may contain a path. */
  public static Request get(URI base, String pathAndQuery) {
    return get(URI.create(base + pathAndQuery));
  }

  public Request header(String name, String value) {
    return new Request(
        address, plus(headers, name, value), secrets, condition, retries, maxBodyBytes);
  }

  public Request secret(String name, String value) {
    return new Request(
        address, headers, plus(secrets, name, value), condition, retries, maxBodyBytes);
  }

  /** Allows the source to answer "not modified". */
  public Request unlessStill(Validators known) {
    return new Request(address, headers, secrets, known.of(address), retries, maxBodyBytes);
  }

  /** For an answer that is known to be small. */
  public Request expectingAtMost(long bytes) {
    return new Request(address, headers, secrets, condition, retries, bytes);
  }

  public Request retriedByCaller() {
    return new Request(address, headers, secrets, condition, Retries.BY_CALLER, maxBodyBytes);
  }

  /** The same request at the next address of a redirect. */
  Request redirectedTo(URI next) {
    boolean leaves = !origin(address).equals(origin(next));
    return new Request(
        next, headers, leaves ? Map.of() : secrets, condition, retries, maxBodyBytes);
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
