package dev.smartspawn.ingest;

import dev.smartspawn.ingest.http.FetchLimits;
import dev.smartspawn.ingest.http.Fetcher;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;

/** Fetchers for tests: real ones, in a hurry. */
public final class Fetching {

  public static final FetchLimits LIMITS =
      new FetchLimits(
          Duration.ofMillis(700), Duration.ofSeconds(20), 1 << 20, 4, Duration.ofMillis(5));

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
}
