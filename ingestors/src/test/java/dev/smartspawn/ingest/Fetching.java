package dev.smartspawn.ingest;

import dev.smartspawn.ingest.http.FetchLimits;
import dev.smartspawn.ingest.http.Fetcher;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;

/** Real fetchers for tests, with short time limits. */
public final class Fetching {

  public static final FetchLimits LIMITS = limits(Duration.ofSeconds(20));

  /** For hosts that stop answering. On a busy machine it is too short for other hosts. */
  public static final FetchLimits IMPATIENT = limits(Duration.ofMillis(500));

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private Fetching() {}

  public static Fetcher fetcher(String server) {
    return fetcher(server, LIMITS);
  }

  public static Fetcher fetcher(String server, FetchLimits limits) {
    return new Fetcher(CLIENT, limits, server, Clock.systemUTC(), new Random(1));
  }

  private static FetchLimits limits(Duration requestTimeout) {
    return new FetchLimits(requestTimeout, Duration.ofMinutes(1), 1 << 20, 4, Duration.ofMillis(5));
  }
}
