package dev.smartspawn.schema.chat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the address of an image on the web. The provider fetches it, and the provider may run in
 * the operator's own network. So addresses inside a network are refused.
 */
final class WebAddress {

  private static final int MAX_LENGTH = 2048;
  private static final Pattern NUMBERS = Pattern.compile("[0-9a-fx.]*[0-9][0-9a-fx.]*");
  private static final Pattern UNDERSCORED = Pattern.compile("([A-Za-z0-9._-]+)(?::[0-9]{1,5})?");
  private static final List<String> LOCAL =
      List.of(".localhost", ".local", ".internal", ".lan", ".home", ".corp", ".intranet");

  private WebAddress() {}

  static Optional<ContentSource.Web> of(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      URI address = new URI(text);
      boolean open =
          "https".equalsIgnoreCase(address.getScheme())
              && address.getRawUserInfo() == null
              && isPublic(host(address).toLowerCase(Locale.ROOT));
      return open ? Optional.of(new ContentSource.Web(address)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Java finds no host with an underscore, but stores of files have such names. */
  private static String host(URI address) {
    if (address.getHost() != null) {
      return address.getHost();
    }
    Matcher name = UNDERSCORED.matcher(String.valueOf(address.getRawAuthority()));
    return name.matches() ? name.group(1) : "";
  }

  /** A name with a dot; not a number, which would be an address of a machine. */
  private static boolean isPublic(String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String last = name.substring(name.lastIndexOf('.') + 1);
    return name.contains(".")
        && !name.startsWith("[")
        && !NUMBERS.matcher(last).matches()
        && LOCAL.stream().noneMatch(name::endsWith);
  }
}
