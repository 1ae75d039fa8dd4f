package dev.smartspawn.worker.answer;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What comes back over HTTP, before anything is made of it.
 *
 * @param headers by lower-case name
 * @param body as it was sent, perhaps compressed; read once, and not closed
 * @param patience is told how long the body may pause from now on, once its answer is there
 */
public record ProviderResponse(
    int status, Map<String, List<String>> headers, InputStream body, Consumer<Duration> patience) {

  public ProviderResponse {
    Map<String, List<String>> byLowerCase = new TreeMap<>();
    headers.forEach((name, values) -> byLowerCase.put(name.toLowerCase(Locale.ROOT), values));
    headers = byLowerCase;
  }

  /** A response whose body may pause for as long as it has done before. */
  public ProviderResponse(int status, Map<String, List<String>> headers, InputStream body) {
    this(status, headers, body, pause -> {});
  }

  /** A response without headers. */
  public static ProviderResponse of(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new ProviderResponse(status, Map.of(), new ByteArrayInputStream(bytes));
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public Optional<String> header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
  }
}
