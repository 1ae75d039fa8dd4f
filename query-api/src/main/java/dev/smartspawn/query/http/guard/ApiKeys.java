package dev.smartspawn.query.http.guard;

import dev.smartspawn.query.http.response.Refusal;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may write. On 127.0.0.1 and without keys, every client may. On other addresses, or
 * with keys, a client needs one: {@code Authorization: Bearer KEY}. Keeps digests, so that neither
 * a log nor a heap dump shows a key, and compares them in constant time.
 *
 * @param required whether a key is needed
 * @param address what the server listens on
 * @param digests of the keys, in hexadecimal digits
 */
public record ApiKeys(boolean required, String address, List<String> digests) {

  private static final String SCHEME = "bearer ";

  /** Names a key by its position. */
  private static final String HOLDER = "key ";

  public ApiKeys {
    digests = List.copyOf(digests);
  }

  /**
   * @param boundAddress what the server listens on
   * @param keys all that are good
   */
  public static ApiKeys of(String boundAddress, Collection<String> keys) {
    return new ApiKeys(
        !keys.isEmpty() || !isLoopback(boundAddress),
        boundAddress,
        keys.stream().map(ApiKeys::digest).toList());
  }

  /** For the log, at start: who may write. */
  public String rule() {
    if (!required) {
      return "anyone who reaches %s may write: no key is needed".formatted(address);
    }
    return digests.isEmpty()
        ? "writing is off: the API listens on %s, and there is no key in API_KEYS"
            .formatted(address)
        : "writing needs one of the %d keys in API_KEYS".formatted(digests.size());
  }

  /** Whether all writes are refused. */
  public boolean isWritingOff() {
    return required && digests.isEmpty();
  }

  /**
   * The name of the client's key; empty if it has none, or a wrong one.
   *
   * @param authorization the header; null for none
   */
  Optional<String> holder(@Nullable String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    byte[] given = ascii(digest(authorization.substring(SCHEME.length()).strip()));
    int found = -1;
    for (int i = 0; i < digests.size(); i++) {
      found = MessageDigest.isEqual(ascii(digests.get(i)), given) ? i : found;
    }
    return found < 0 ? Optional.empty() : Optional.of(HOLDER + found);
  }

  /**
   * @param holder as {@link #holder} found it
   * @throws Refusal if a key is needed and missing
   */
  void require(Optional<String> holder) {
    if (!required || holder.isPresent()) {
      return;
    }
    if (digests.isEmpty()) {
      throw new Refusal(
          StatusCodes.FORBIDDEN,
          "writing_off",
          "writing is off: this API listens beyond 127.0.0.1 and knows no key; expected one in"
              + " API_KEYS");
    }
    throw new Refusal(
            StatusCodes.UNAUTHORIZED,
            "key_required",
            "writing needs a key: expected 'Authorization: Bearer KEY' with a key of API_KEYS")
        .with(Headers.WWW_AUTHENTICATE, "Bearer");
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String digest(String key) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
