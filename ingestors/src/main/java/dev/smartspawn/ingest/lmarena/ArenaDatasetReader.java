package dev.smartspawn.ingest.lmarena;

import dev.smartspawn.ingest.http.Answer;
import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Request;
import dev.smartspawn.ingest.http.StatusException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.Pulled.Part;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.source.SourceDescriptor;
import dev.smartspawn.schema.source.Sources;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code datasets/lmarena-ai/leaderboard-dataset}: LMArena's own figures, in one Parquet file per
 * board. A board that cannot be read does not affect the others.
 */
public final class ArenaDatasetReader implements SourceReader<ArenaStanding> {

  private static final Logger log = LoggerFactory.getLogger(ArenaDatasetReader.class);

  private static final String PATH =
      "/datasets/lmarena-ai/leaderboard-dataset/resolve/main/%s/latest-00000-of-00001.parquet";

  /**
   * Subsets of models that write text. Four of them are published with and without style control.
   */
  static final List<String> BOARDS =
      List.of(
          "text",
          "text_style_control",
          "vision",
          "vision_style_control",
          "webdev",
          "search",
          "search_style_control",
          "document",
          "document_style_control");

  private static final int TOO_MANY_REQUESTS = 429;

  private final URI base;

  public ArenaDatasetReader(URI base) {
    this.base = base;
  }

  @Override
  public SourceDescriptor<ArenaStanding> descriptor() {
    return Sources.LMARENA_DATASET;
  }

  @Override
  public Pulled<ArenaStanding> pull(Fetcher fetcher, Validators known)
      throws PullException, InterruptedException {
    return new Pull(fetcher, known).run();
  }

  /** One pull. */
  private final class Pull {

    private final Fetcher fetcher;
    private final Validators known;
    private final Map<String, Part<ArenaStanding>> parts = new LinkedHashMap<>();
    private Validators validators = Validators.NONE;

    /** The number of boards for which the host gave no usable answer. */
    private int unanswered;

    private boolean answered;

    Pull(Fetcher fetcher, Validators known) {
      this.fetcher = fetcher;
      this.known = known;
    }

    Pulled<ArenaStanding> run() throws PullException, InterruptedException {
      for (String board : BOARDS) {
        parts.put(board, part(board));
      }
      log.info("{}: {}", source(), outcomes());
      if (parts.values().stream()
          .noneMatch(
              part ->
                  part instanceof Part.Read<ArenaStanding>
                      || part instanceof Part.Current<ArenaStanding>)) {
        failIfLost();
      }
      return new Pulled.Parts<>(parts, validators);
    }

    private Part<ArenaStanding> part(String board) throws PullException, InterruptedException {
      Request request = Request.get(base, PATH.formatted(board)).unlessStill(known);
      Answer answer;
      try {
        answer = fetcher.get(unanswered == 0 ? request : request.retriedByCaller());
        answered = true;
      } catch (StatusException e) {
        if (e.status() == HttpURLConnection.HTTP_NOT_FOUND) {
          answered = true;
          return new Part.Missing<>();
        }
        return unanswered(e, e.status() == TOO_MANY_REQUESTS || e.retryAfter().isPresent());
      } catch (PullException e) {
        return unanswered(e, e.retryAfter().isPresent());
      }
      try (answer) {
        return read(board, request, answer);
      }
    }

    private Part<ArenaStanding> read(String board, Request request, Answer answer) {
      if (answer.isNotModified()) {
        validators = validators.stillWith(request.address(), known);
        return new Part.Current<>();
      }
      try {
        Part.Read<ArenaStanding> read = ArenaBoardFile.read(answer, board);
        validators = validators.with(request.address(), answer);
        return read;
      } catch (PullException e) {
        return new Part.Lost<>(String.valueOf(e.getMessage()));
      }
    }

    /**
     * After a first failure every other board is asked for once. A host that asks for patience, or
     * that has not answered two boards and no other, is left alone.
     */
    private Part<ArenaStanding> unanswered(PullException failure, boolean refused)
        throws PullException {
      unanswered++;
      if (refused || (unanswered > 1 && !answered)) {
        throw failure;
      }
      return new Part.Lost<>(String.valueOf(failure.getMessage()));
    }

    /** No board was read. That is no failure only if the host has none. */
    private void failIfLost() throws PullException {
      List<String> reasons =
          parts.values().stream()
              .filter(Part.Lost.class::isInstance)
              .map(part -> ((Part.Lost<ArenaStanding>) part).reason())
              .toList();
      if (!reasons.isEmpty()) {
        throw new PullException(Part.Lost.summary(reasons));
      }
    }

    private String outcomes() {
      StringBuilder outcomes = new StringBuilder();
      parts.forEach(
          (board, part) -> {
            outcomes.append(outcomes.isEmpty() ? "" : ", ").append(board).append(' ');
            if (part instanceof Part.Read<ArenaStanding> read) {
              outcomes.append(read.records().size()).append(" models");
            } else {
              outcomes.append(
                  part instanceof Part.Current<ArenaStanding>
                      ? "unchanged"
                      : part instanceof Part.Missing<ArenaStanding> ? "absent" : "unreadable");
            }
          });
      return outcomes.toString();
    }
  }
}
