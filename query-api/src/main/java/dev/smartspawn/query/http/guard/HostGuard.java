package dev.smartspawn.query.http.guard;

import dev.smartspawn.query.http.response.Refusal;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Accepts only the server's own names. A web page that rebinds its name to 127.0.0.1 reaches this
 * port but cannot change the name in the Host header.
 */
public final class HostGuard {

  private static final int MISDIRECTED_REQUEST = 421;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> names = new TreeSet<>(LOOPBACK);

  /**
   * @param boundAddress what the server listens on
   * @param allowed further names, without port
   */
  public HostGuard(String boundAddress, Collection<String> allowed) {
    names.add(bracketed(boundAddress).toLowerCase(Locale.ROOT));
    allowed.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * @param host the Host header, with any port or none; null only from HTTP/1.0, which no web page
   *     speaks
   * @throws Refusal for a foreign name
   */
  public void check(@Nullable String host) {
    if (host != null && !names.contains(name(host))) {
      throw new Refusal(
          MISDIRECTED_REQUEST,
          "foreign_host",
          "this is not '%s': expected a Host among %s; more are allowed by SMART_SPAWN_ALLOWED_HOSTS"
              .formatted(host, names));
    }
  }

  private static String name(String host) {
    int colon = host.lastIndexOf(':');
    boolean port = colon > host.lastIndexOf(']');
    String name = port ? host.substring(0, colon) : host;
    return isLowerCase(name) ? name : name.toLowerCase(Locale.ROOT);
  }

  private static boolean isLowerCase(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isUpperCase(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String bracketed(String address) {
    return address.indexOf(':') >= 0 && !address.startsWith("[") ? '[' + address + ']' : address;
  }
}
