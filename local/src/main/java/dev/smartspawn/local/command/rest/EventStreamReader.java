package dev.smartspawn.local.command.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.schema.json.Json;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a spawn's stream of server-sent events, over as many connections as it takes. Ours have one
 * line of data each.
 */
final class EventStreamReader {

  private static final int NO_CONTENT = 204;
  private static final String END = "finished";

  private final Consumer<JsonNode> reader;
  private @Nullable String lastId;
  private String type = "";
  private boolean over;

  EventStreamReader(Consumer<JsonNode> reader) {
    this.reader = reader;
  }

  boolean isOver() {
    return over;
  }

  Optional<String> lastId() {
    return Optional.ofNullable(lastId);
  }

  /** Returns when the connection ends. */
  void read(int status, Stream<String> lines) {
    over = status == NO_CONTENT;
    try {
      lines.forEach(this::line);
    } catch (UncheckedIOException e) {
      if (lastId == null) {
        throw e;
      }
    }
  }

  private void line(String line) {
    if (line.startsWith("id:")) {
      lastId = line.substring(3).strip();
    } else if (line.startsWith("event:")) {
      type = line.substring(6).strip();
    } else if (line.startsWith("data:")) {
      reader.accept(parse(line.substring(5)));
      over |= type.equals(END);
    }
  }

  private static JsonNode parse(String data) {
    try {
      return Json.MAPPER.readTree(data);
    } catch (JsonProcessingException e) {
      throw new CommandFailure(
          ExitCode.FAILURE, "an event of the stream is not JSON: is it Smart Spawn's REST API?");
    }
  }
}
