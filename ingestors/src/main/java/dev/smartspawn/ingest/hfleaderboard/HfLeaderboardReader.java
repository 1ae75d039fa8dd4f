package dev.smartspawn.ingest.hfleaderboard;

import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.source.EntryFilter;
import dev.smartspawn.ingest.source.JsonEntry;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.source.SourceDescriptor;
import dev.smartspawn.schema.source.Sources;
import java.net.URI;

/**
 * The retired leaderboard's data set over Hugging Face's paged rows API, which does not support
 * conditional requests.
 */
public final class HfLeaderboardReader implements SourceReader<HfEvaluation> {

  private final URI base;

  public HfLeaderboardReader(URI base) {
    this.base = base;
  }

  @Override
  public SourceDescriptor<HfEvaluation> descriptor() {
    return Sources.HF_LEADERBOARD;
  }

  @Override
  public Pulled<HfEvaluation> pull(Fetcher fetcher, Validators known)
      throws PullException, InterruptedException {
    EntryFilter<HfEvaluation> evaluations = new EntryFilter<>(title());
    for (RowPage page : new RowPages(fetcher, base).all()) {
      for (JsonEntry row : page.rows()) {
        evaluations.add(row.label("eval_name"), row, LeaderboardRow::read);
      }
    }
    return evaluations.records(Validators.NONE);
  }
}
