package dev.smartspawn.ingest.livebench;

import dev.smartspawn.ingest.http.Answer;
import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Request;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.source.SourceDescriptor;
import dev.smartspawn.schema.source.Sources;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code datasets/livebench/model_judgment}: every judged answer, in one Parquet file. */
public final class LiveBenchReader implements SourceReader<LiveBenchResult> {

  private static final Logger log = LoggerFactory.getLogger(LiveBenchReader.class);

  private static final String PATH =
      "/datasets/livebench/model_judgment/resolve/main/data/leaderboard-00000-of-00001.parquet";

  private static final String EXPECTED = "a Parquet file of judgments";

  /**
   * Few unusable judgments are tolerated, because each takes a figure from its model. Those of one
   * model do not count: a single odd model must not keep out the others.
   */
  private static final double MAX_REJECTED = 0.01;

  private final URI base;

  public LiveBenchReader(URI base) {
    this.base = base;
  }

  @Override
  public SourceDescriptor<LiveBenchResult> descriptor() {
    return Sources.LIVEBENCH;
  }

  @Override
  public Pulled<LiveBenchResult> pull(Fetcher fetcher, Validators known)
      throws PullException, InterruptedException {
    Request request = Request.get(base, PATH).unlessStill(known);
    try (Answer answer = fetcher.get(request)) {
      return answer.isNotModified() ? new Pulled.Unchanged<>() : results(request, answer);
    }
  }

  private Pulled<LiveBenchResult> results(Request request, Answer answer) throws PullException {
    Judgments judgments = new Judgments();
    int rejected = read(answer, judgments);
    List<LiveBenchResult> results = judgments.results();
    Map<String, Integer> uncovered = judgments.uncovered();
    if (!uncovered.isEmpty()) {
      log.info(
          "{}: no category figure for models judged on less than {} % of the category, or with"
              + " unusable judgments: {}",
          title(), Math.round(Coverage.MIN_SHARE * 100), uncovered);
    }
    return new Pulled.Records<>(
        results, rejected, uncovered, Validators.NONE.with(request.address(), answer));
  }

  private static int read(Answer answer, Judgments judgments) throws PullException {
    AtomicInteger rows = new AtomicInteger();
    AtomicInteger rejected = new AtomicInteger();
    Map<String, Integer> rejectedOfModel = new HashMap<>();
    try {
      JudgmentFile.of(answer.body())
          .forEach(
              row -> {
                rows.incrementAndGet();
                try {
                  judgments.add(JudgmentFile.judgment(row));
                } catch (IllegalArgumentException e) {
                  rejected.incrementAndGet();
                  String model = JudgmentFile.note(row, judgments);
                  if (model != null) {
                    rejectedOfModel.merge(model, 1, Integer::sum);
                  }
                }
              });
    } catch (IOException | RuntimeException e) {
      // Parquet's reader throws either, depending on where in the file the damage is.
      throw answer.unexpected(EXPECTED);
    }
    int ofOneModel = rejectedOfModel.values().stream().max(Integer::compare).orElse(0);
    boolean isAnyUsable = rejected.get() < rows.get();
    if (rejected.get() - ofOneModel > MAX_REJECTED * rows.get()
        || (rejected.get() > 0 && !isAnyUsable)) {
      throw answer.unexpected(
          EXPECTED, "%d unusable rows of %d".formatted(rejected.get(), rows.get()));
    }
    return rejected.get();
  }
}
