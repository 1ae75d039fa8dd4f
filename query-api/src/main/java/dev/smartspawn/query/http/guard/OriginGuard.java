package dev.smartspawn.query.http.guard;

import dev.smartspawn.query.http.response.Refusal;
import io.undertow.util.StatusCodes;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses commands from foreign web pages: browsers send the origin of a POST. */
public final class OriginGuard {

  private final Set<String> allowed;

  /**
   * @param allowed further origins, as {@code https://example.org}
   */
  public OriginGuard(Collection<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /**
   * @param origin the Origin header; null from anything but a browser
   * @param host the Host header, checked already
   * @throws Refusal for a foreign origin
   */
  void check(@Nullable String origin, @Nullable String host) {
    if (origin != null && !origin.equals("http://" + host) && !allowed.contains(origin)) {
      throw new Refusal(
          StatusCodes.FORBIDDEN,
          "foreign_origin",
          "a page of '%s' may not write here; more are allowed by SMART_SPAWN_ALLOWED_ORIGINS"
              .formatted(origin));
    }
  }
}
