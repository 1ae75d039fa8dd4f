package dev.smartspawn.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.bench.RecordedSources;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;

/** How often the recordings' server was asked. */
public final class SourceHits {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private SourceHits() {}

  /** Requests per source since the server's start. */
  public static Map<Source, Integer> of(RecordedSources sources) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(sources.url() + "/__hits")).build();
      JsonNode answer = Json.MAPPER.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
      Map<Source, Integer> hits = new TreeMap<>();
      Source.PULLED.forEach(source -> hits.put(source, answer.path(source.id()).asInt()));
      return hits;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
