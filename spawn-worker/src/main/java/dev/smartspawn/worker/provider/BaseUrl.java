package dev.smartspawn.worker.provider;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds mistakes in a chat API's address before a call is lost to them. */
public final class BaseUrl {

  private BaseUrl() {}

  private static final URI NONE = URI.create("");

  /** An address without anything for a text that is not an address. */
  static URI of(String text) {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      return NONE;
    }
  }

  /**
   * @return for people, what is wrong with the address; empty for a good one
   */
  public static Optional<String> mistake(URI address) {
    @Nullable String scheme = address.getScheme();
    boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    if (!http || address.getHost() == null) {
      return Optional.of("expected an http or https address");
    }
    if (address.getUserInfo() != null) {
      return Optional.of("expected no user or key in the address");
    }
    if (address.getQuery() != null || address.getFragment() != null) {
      return Optional.of("expected an address without '?' and '#': a path is appended to it");
    }
    String path = String.valueOf(address.getPath()).toLowerCase(Locale.ROOT);
    return path.endsWith("/completions") || path.endsWith("/completions/")
        ? Optional.of("leave out '/chat/completions', which is appended to it")
        : Optional.empty();
  }
}
