package dev.smartspawn.ingest.openrouter;

import dev.smartspawn.ingest.http.Answer;
import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Request;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.source.EntryFilter;
import dev.smartspawn.ingest.source.JsonAnswer;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.source.SourceDescriptor;
import dev.smartspawn.schema.source.Sources;
import java.net.URI;

/** {@code GET /api/v1/models}: the whole catalogue in one answer, without a key. */
public final class OpenRouterReader implements SourceReader<OpenRouterModel> {

  private static final String EXPECTED = "a JSON object whose 'data' lists the models";

  private final URI base;

  public OpenRouterReader(URI base) {
    this.base = base;
  }

  @Override
  public SourceDescriptor<OpenRouterModel> descriptor() {
    return Sources.OPENROUTER;
  }

  @Override
  public Pulled<OpenRouterModel> pull(Fetcher fetcher, Validators known)
      throws PullException, InterruptedException {
    Request request = Request.get(base, "/api/v1/models").unlessStill(known);
    try (Answer answer = fetcher.get(request)) {
      if (answer.isNotModified()) {
        return new Pulled.Unchanged<>();
      }
      EntryFilter<OpenRouterModel> models = new EntryFilter<>(title());
      JsonAnswer.read(
          answer,
          "data",
          EXPECTED,
          entry -> models.add(entry.label("id"), entry, CatalogueEntry::read));
      return models.records(Validators.NONE.with(request.address(), answer));
    }
  }
}
