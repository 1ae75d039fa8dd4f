package dev.smartspawn.schema.chat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the address of an image on the web. The provider fetches it, and the provider may run in
 * the operator's own network. So addresses inside a network are refused.
 */
final class WebAddress {

  private static final int MAX_LENGTH = 2048;
  private static final Pattern NUMBERS = Pattern.compile("[0-9a-fx.]*[0-9][0-9a-fx.]*");
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
              && address.getHost() != null
              && address.getRawUserInfo() == null
              && isPublic(address.getHost().toLowerCase(Locale.ROOT));
      return open ? Optional.of(new ContentSource.Web(address)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
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
