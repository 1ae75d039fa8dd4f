package dev.smartspawn.ingest.http;

import dev.smartspawn.ingest.http.Request.Retries;
import dev.smartspawn.schema.http.RetryAfter;
import dev.smartspawn.schema.lifecycle.ProductVersion;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Makes the requests of one pull and counts them. Each request has a deadline that includes its
 * body. Temporary failures (408, 429, 5xx, a failed connection) are retried with growing pauses,
 * and not before the source's {@code Retry-After}. This class follows redirects itself, so that a
 * retry repeats only the failed hop. It is thread-safe.
 */
public final class Fetcher {

  private static final String USER_AGENT =
      "smart-spawn/" + ProductVersion.CURRENT + " (model catalogue refresh)";
  private static final int MAX_REDIRECTS = 5;

  /**
   * A silent or unknown server gets only one more try, because each try takes long and rarely
   * succeeds.
   */
  private static final int MAX_SILENCES = 2;

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final HttpClient client;
  private final FetchLimits limits;
  private final String server;
  private final Clock clock;
  private final RandomGenerator random;
  private final Deadline deadline;
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * Starts the pull's time limit.
   *
   * @param client must not follow redirects itself
   * @param server the source's name, for messages
   */
  public Fetcher(
      HttpClient client, FetchLimits limits, String server, Clock clock, RandomGenerator random) {
    this.client = client;
    this.limits = limits;
    this.server = server;
    this.clock = clock;
    this.random = random;
    this.deadline = Deadline.in(limits.pullTimeout());
  }

  /** Requests made so far, retries and redirects included. */
  public int requests() {
    return requests.get();
  }

  /** The time left for the pull. */
  public Duration left() {
    return deadline.left();
  }

  /** The source's name. */
  public String server() {
    return server;
  }

  /**
   * @return the whole answer: a 200, or a 304 if the request has a condition
   * @throws StatusException for any other status
   * @throws PullException for every other failure
   */
  public Answer get(Request request) throws PullException, InterruptedException {
    Hop hop = new Hop(request, request.toString());
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      HttpResponse<AnswerBody> response = persist(hop);
      if (!REDIRECTS.contains(response.statusCode())) {
        return new Answer(
            server, request, response.statusCode(), response.headers(), response.body());
      }
      response.body().close();
      hop = redirected(request, hop, response);
    }
    throw new PullException(
        "%s redirected %s more than %d times".formatted(server, request, MAX_REDIRECTS));
  }

  /** Waits before a retry, unless the pull would be over by then. */
  public void pause(int failures, PullException failure)
      throws PullException, InterruptedException {
    Duration backoff = limits.backoff(failures, random.nextDouble());
    Duration wait =
        failure.retryAfter().filter(asked -> asked.compareTo(backoff) > 0).orElse(backoff);
    if (wait.compareTo(left()) >= 0) {
      throw new PullException(
          "%s; the next try would be in %d s, and the pull has %d s left"
              .formatted(failure.getMessage(), wait.toSeconds(), left().toSeconds()),
          failure.retryAfter().orElse(null));
    }
    Thread.sleep(wait.toMillis());
  }

  private HttpResponse<AnswerBody> persist(Hop hop) throws PullException, InterruptedException {
    int tries = hop.request().retries() == Retries.HERE ? limits.tries() : 1;
    int silences = 0;
    for (int attempt = 1; ; attempt++) {
      PullException failure;
      try {
        HttpResponse<AnswerBody> response = send(hop.request());
        if (isFinal(hop.request(), response)) {
          return response;
        }
        response.body().close();
        failure = refused(hop, response, attempt);
      } catch (CappedBody.BodyTooLargeException e) {
        throw new PullException(
            "%s answered %s with more than %d MiB"
                .formatted(server, hop, maxBodyBytes(hop.request()) >> 20));
      } catch (CappedBody.BodyNotKeptException e) {
        throw new PullException(
            "%s: the answer to %s could not be kept in %s: is there space?"
                .formatted(server, hop, System.getProperty("java.io.tmpdir")));
      } catch (HttpConnectTimeoutException e) {
        failure = broken(hop, e, attempt);
        silences++;
      } catch (TimeoutException | HttpTimeoutException e) {
        failure = timedOut(hop, attempt);
        silences++;
      } catch (IOException e) {
        failure = broken(hop, e, attempt);
        silences += isUnknownHost(e) ? 1 : 0;
      }
      if (attempt >= tries || silences >= MAX_SILENCES) {
        throw failure;
      }
      pause(attempt, failure);
    }
  }

  private HttpResponse<AnswerBody> send(Request request)
      throws IOException, TimeoutException, InterruptedException {
    Duration time = min(limits.requestTimeout(), left());
    requests.incrementAndGet();
    CompletableFuture<HttpResponse<AnswerBody>> sent =
        client.sendAsync(toHttp(request, time), CappedBody.handler(maxBodyBytes(request)));
    try {
      return sent.get(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      // Frees the connection after a timeout or a cancelled pull; otherwise it has no effect.
      sent.cancel(true);
    }
  }

  private long maxBodyBytes(Request request) {
    return Math.min(request.maxBodyBytes(), limits.maxBodyBytes());
  }

  private static HttpRequest toHttp(Request request, Duration time) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.address())
            .timeout(time.isZero() ? Duration.ofMillis(1) : time)
            .header("User-Agent", USER_AGENT);
    request.headers().forEach(builder::header);
    request.secrets().forEach(builder::header);
    request
        .condition()
        .ifPresent(known -> builder.header(Validators.conditionHeader(known), known));
    return builder.build();
  }

  private static boolean isFinal(Request request, HttpResponse<AnswerBody> response) {
    int status = response.statusCode();
    return status == 200
        || REDIRECTS.contains(status)
        || (status == Answer.NOT_MODIFIED && request.condition().isPresent());
  }

  /** Returns a temporary refusal so that it is retried; throws any other. */
  private StatusException refused(Hop hop, HttpResponse<AnswerBody> response, int attempt)
      throws StatusException {
    int status = response.statusCode();
    Optional<Duration> retryAfter =
        response.headers().firstValue("Retry-After").flatMap(text -> RetryAfter.parse(text, clock));
    StatusException refusal =
        new StatusException(
            status,
            "%s answered %d to %s: expected 200%s".formatted(server, status, hop, tries(attempt)),
            retryAfter.orElse(null));
    if (status == 408 || status == 429 || status >= 500) {
      return refusal;
    }
    throw refusal;
  }

  private PullException timedOut(Hop hop, int attempt) {
    String time =
        left().isZero()
            ? "the %s s a pull may take".formatted(seconds(limits.pullTimeout()))
            : "%s s".formatted(seconds(limits.requestTimeout()));
    return new PullException(
        "%s did not finish its answer to %s within %s%s"
            .formatted(server, hop, time, tries(attempt)));
  }

  private PullException broken(Hop hop, IOException failure, int attempt) {
    return new PullException(
        "%s: %s failed: %s%s".formatted(server, hop, describe(failure), tries(attempt)));
  }

  private Hop redirected(Request asked, Hop hop, HttpResponse<AnswerBody> response)
      throws PullException {
    String location = response.headers().firstValue("Location").orElse("");
    URI from = hop.request().address();
    try {
      URI next = from.resolve(location);
      boolean secured = "https".equals(next.getScheme());
      boolean plain = "http".equals(next.getScheme()) && "http".equals(from.getScheme());
      if (!location.isBlank() && next.getHost() != null && (secured || plain)) {
        // The query is not shown, because for storage addresses it is often a long signature.
        String shown = "%s, redirected to %s%s".formatted(asked, next.getHost(), next.getPath());
        return new Hop(hop.request().redirectedTo(next), shown);
      }
    } catch (IllegalArgumentException e) {
      // Reported below, like every other unusable address.
    }
    throw new PullException(
        "%s redirected %s to '%s': expected an address no less secure"
            .formatted(server, hop, location));
  }

  private static boolean isUnknownHost(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  private static String describe(IOException failure) {
    if (isUnknownHost(failure)) {
      return "the host's name is unknown";
    }
    if (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException) {
      return "no connection (is it reachable from here?)";
    }
    return "the answer broke off";
  }

  private static String tries(int attempt) {
    return attempt == 1 ? "" : " (%d tries)".formatted(attempt);
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0
        ? Long.toString(time.toSeconds())
        : Double.toString(time.toMillis() / 1000.0);
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * @param shown the text that messages use for it
   */
  private record Hop(Request request, String shown) {
    @Override
    public String toString() {
      return shown;
    }
  }
}
