package dev.smartspawn.ingest.hfleaderboard;

import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Request;
import dev.smartspawn.ingest.source.ProgressLog;
import dev.smartspawn.schema.source.Source;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Fetches all pages of the data set or none. The first page is requested alone, because it contains
 * the total and because a host that is down should receive only one request. The other pages are
 * requested in parallel. Failed pages are requested again in later rounds, as long as rounds make
 * progress.
 */
final class RowPages {

  private static final int PARALLEL_REQUESTS = 8;

  /** Rounds in a row that may make no progress. */
  private static final int MAX_BARREN_ROUNDS = 3;

  /** Far above the real number of rows: a wrong total must not cause endless requests. */
  private static final int MAX_ROWS = 20_000;

  /** Room for an odd text of some megabytes, which costs only its own row. */
  private static final long MAX_PAGE_BYTES = 8 << 20;

  /** Of all pages together: they are kept until the last one has come. */
  private static final long MAX_BYTES = 32 << 20;

  private final Fetcher fetcher;
  private final URI base;
  private final ProgressLog progress = new ProgressLog(Source.HF_LEADERBOARD, "rows");
  private final NavigableMap<Long, RowPage> pages = new ConcurrentSkipListMap<>();
  private final AtomicLong bytes = new AtomicLong();

  RowPages(Fetcher fetcher, URI base) {
    this.fetcher = fetcher;
    this.base = base;
  }

  /** Every page, in order. */
  List<RowPage> all() throws PullException, InterruptedException {
    RowPage first = RowPage.read(fetcher.get(request(0)), 0);
    if (first.total() > MAX_ROWS) {
      throw new PullException(
          "%s announces %d rows: expected at most %d"
              .formatted(fetcher.server(), first.total(), MAX_ROWS));
    }
    pages.put(0L, first);
    ExecutorService threads = Executors.newFixedThreadPool(PARALLEL_REQUESTS, RowPages::thread);
    try {
      complete(first.total(), threads);
    } finally {
      threads.shutdownNow();
    }
    return List.copyOf(pages.values());
  }

  private void complete(long total, ExecutorService threads)
      throws PullException, InterruptedException {
    List<Long> missing = missing(total);
    int barrenRounds = 0;
    while (!missing.isEmpty()) {
      List<PullException> failures = round(missing, total, threads);
      List<Long> still = missing(total);
      if (!still.isEmpty()) {
        barrenRounds = still.size() < missing.size() ? 0 : barrenRounds + 1;
        PullException failure = worst(failures);
        if (barrenRounds == MAX_BARREN_ROUNDS) {
          throw new PullException(
              "%d of %d pages are missing: %s"
                  .formatted(still.size(), pages.size() + still.size(), failure.getMessage()));
        }
        fetcher.pause(barrenRounds + 1, failure);
      }
      missing = still;
    }
  }

  /** Requests each page at {@code offsets} once, but gives up after several failures in a row. */
  private List<PullException> round(List<Long> offsets, long total, ExecutorService threads)
      throws PullException, InterruptedException {
    AtomicInteger failuresInARow = new AtomicInteger();
    List<Callable<@Nullable PullException>> requests = new ArrayList<>();
    for (long offset : offsets) {
      requests.add(() -> ask(offset, total, failuresInARow));
    }
    List<PullException> failures = new ArrayList<>();
    for (Future<@Nullable PullException> request : threads.invokeAll(requests)) {
      PullException failure = outcome(request);
      if (failure != null) {
        failures.add(failure);
      }
    }
    return failures;
  }

  private @Nullable PullException ask(long offset, long total, AtomicInteger failuresInARow)
      throws InterruptedException {
    if (failuresInARow.get() >= PARALLEL_REQUESTS) {
      return null;
    }
    try {
      RowPage page = RowPage.read(fetcher.get(request(offset).retriedByCaller()), offset);
      if (page.total() != total) {
        throw new PullException(
            "%s now announces %d rows: expected %d, as at first"
                .formatted(fetcher.server(), page.total(), total));
      }
      if (bytes.addAndGet(page.size()) > MAX_BYTES) {
        throw new PullException(
            "%s sent more than %d MiB of rows".formatted(fetcher.server(), MAX_BYTES >> 20));
      }
      pages.put(offset, page);
      failuresInARow.set(0);
      progress.report(Math.min(total, (long) pages.size() * RowPage.SIZE), total);
      return null;
    } catch (PullException e) {
      failuresInARow.incrementAndGet();
      return e;
    }
  }

  private static @Nullable PullException outcome(Future<@Nullable PullException> request)
      throws InterruptedException {
    try {
      return request.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException();
      }
      throw new IllegalStateException("a page could not be read", e.getCause());
    }
  }

  private List<Long> missing(long total) {
    List<Long> offsets = new ArrayList<>();
    for (long offset = 0; offset < total; offset += RowPage.SIZE) {
      if (!pages.containsKey(offset)) {
        offsets.add(offset);
      }
    }
    return offsets;
  }

  /** The failure with the longest requested pause. */
  private static PullException worst(List<PullException> failures) {
    return failures.stream()
        .max(Comparator.comparing(failure -> failure.retryAfter().orElse(Duration.ZERO)))
        .orElseThrow();
  }

  private Request request(long offset) {
    return Request.get(
            base,
            "/rows?dataset=open-llm-leaderboard/contents&config=default&split=train&offset=%d&length=%d"
                .formatted(offset, RowPage.SIZE))
        .expectingAtMost(MAX_PAGE_BYTES);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "hf-leaderboard-page");
    thread.setDaemon(true);
    return thread;
  }
}
