package dev.smartspawn.query.http.guard;

import dev.smartspawn.query.http.response.Refusal;
import io.undertow.util.Headers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits the writes of each client by a token bucket that holds a minute's worth and refills
 * evenly. Remembers the most recent clients; a forgotten one begins with a full bucket.
 */
public final class WriteRateLimit {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int MOST_CLIENTS = 4096;
  private static final double MINUTE_NANOS = 60e9;

  private final int perMinute;
  private final LongSupplier nanoTime;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);

  /**
   * @param tokens left at {@code atNanos}
   */
  private record Bucket(double tokens, long atNanos) {}

  /**
   * @param perMinute how often a client may write
   * @param nanoTime a clock that only goes forward, as {@link System#nanoTime}
   */
  public WriteRateLimit(int perMinute, LongSupplier nanoTime) {
    this.perMinute = perMinute;
    this.nanoTime = nanoTime;
  }

  /**
   * Spends one token.
   *
   * @throws Refusal if the bucket is empty, with the time to wait
   */
  synchronized void spend(String client) {
    long now = nanoTime.getAsLong();
    double tokens = tokens(buckets.get(client), now);
    if (tokens < 1) {
      throw tooMany((long) Math.ceil((1 - tokens) * 60 / perMinute));
    }
    buckets.put(client, new Bucket(tokens - 1, now));
    if (buckets.size() > MOST_CLIENTS) {
      buckets.remove(buckets.keySet().iterator().next());
    }
  }

  private double tokens(@Nullable Bucket bucket, long now) {
    return bucket == null
        ? perMinute
        : Math.min(
            perMinute, bucket.tokens() + (now - bucket.atNanos()) * perMinute / MINUTE_NANOS);
  }

  private Refusal tooMany(long seconds) {
    return new Refusal(
            TOO_MANY_REQUESTS,
            "too_many_writes",
            "a client may write %d times a minute: try again in %d s".formatted(perMinute, seconds))
        .with(Headers.RETRY_AFTER, Long.toString(seconds));
  }
}
