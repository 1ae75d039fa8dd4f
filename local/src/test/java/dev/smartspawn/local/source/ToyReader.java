package dev.smartspawn.local.source;

import dev.smartspawn.ingest.http.Answer;
import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Request;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.source.EntryFilter;
import dev.smartspawn.ingest.source.JsonAnswer;
import dev.smartspawn.ingest.source.JsonEntry;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.source.SourceDescriptor;
import java.net.URI;
import java.util.Objects;

/** Reads the toy source: {@code {"ratings":[{"name":"...","score":0.5}]}}. */
record ToyReader(SourceDescriptor<ToyRating> descriptor, URI address)
    implements SourceReader<ToyRating> {

  private static final String EXPECTED = "a JSON object whose 'ratings' is a list";

  @Override
  public Pulled<ToyRating> pull(Fetcher fetcher, Validators known)
      throws PullException, InterruptedException {
    Request request = Request.get(address, "/ratings.json");
    Answer answer = fetcher.get(request);
    EntryFilter<ToyRating> ratings = new EntryFilter<>(title());
    for (JsonEntry entry :
        Objects.requireNonNull(JsonAnswer.read(answer, EXPECTED).list("ratings"))) {
      ratings.add(
          entry.label("name"),
          () ->
              new ToyRating(entry.required("name"), Objects.requireNonNull(entry.number("score"))));
    }
    return ratings.records(Validators.NONE.with(request.address(), answer));
  }
}
