package dev.smartspawn.worker.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads a body while it comes, one JSON document or a stream of events, and keeps what came when it
 * breaks off. The form shows by the first characters: content types are often wrong.
 *
 * <p>Events are read as the HTML standard defines them (9.2.6, "Interpreting an event stream").
 * Comments, which keep a connection open, are left out.
 */
final class ReceivedBody {

  /** How a body ended. */
  enum End {
    WHOLE,
    /** It ended like a whole one, but a stream's own end is missing. */
    UNFINISHED,
    /** The connection broke. */
    BROKEN,
    /** The call's time was over, or the provider was silent for too long. */
    OUT_OF_TIME,
    /** It is larger than any answer; the rest was not read. */
    TOO_LARGE
  }

  /** Four times the longest answer that is kept, unpacked; UTF-16 units. */
  static final int MOST_CHARS = 4 * 1024 * 1024;

  /** Of a document that is too large: enough for what it says of an error. */
  private static final int BEGINNING_CHARS = 20_000;

  private static final String DONE = "[DONE]";

  private final Completion completion = new Completion();
  private final StringBuilder document = new StringBuilder();
  private final StringBuilder event = new StringBuilder();
  private String eventName = "";
  private boolean streamed;
  private boolean done;
  private End end = End.WHOLE;

  private final AnswerRoom.Place place;

  private ReceivedBody(AnswerRoom.Place place) {
    this.place = place;
  }

  /**
   * @param place the share of the room that the body takes until it is closed
   */
  static ReceivedBody of(ProviderResponse response, AnswerRoom.Place place) {
    ReceivedBody received = new ReceivedBody(place);
    try {
      InputStream body = UnpackedBody.of(response.body(), response.headers());
      received.read(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)));
    } catch (InterruptedIOException e) {
      received.end = End.OUT_OF_TIME;
    } catch (IOException e) {
      received.end = End.BROKEN;
    }
    received.finish();
    return received;
  }

  Completion completion() {
    return completion;
  }

  End end() {
    boolean endMissing = streamed && !done && completion.finishReason() == null;
    return end == End.WHOLE && endMissing ? End.UNFINISHED : end;
  }

  /** The body as it came, unless it was a stream of events. */
  String document() {
    return document.toString();
  }

  private void read(BufferedReader body) throws IOException {
    int first = firstOfText(body);
    if (first < 0) {
      return;
    }
    if (first == '{' || first == '[' || first == '<' || first == '"') {
      document.append((char) first);
      readDocument(body);
      return;
    }
    String line = (char) first + readLine(body);
    if (end == End.TOO_LARGE) {
      return;
    }
    if (isField(line)) {
      streamed = true;
      addLine(line);
      readEvents(body);
    } else {
      document.append(line);
      readDocument(body);
    }
  }

  /** Some servers send blanks while the model works. */
  private static int firstOfText(BufferedReader body) throws IOException {
    int next = body.read();
    while (next >= 0 && (Character.isWhitespace(next) || next == '\uFEFF')) {
      next = body.read();
    }
    return next;
  }

  private void readDocument(BufferedReader body) throws IOException {
    char[] buffer = new char[8192];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      if (document.length() + read > MOST_CHARS) {
        end = End.TOO_LARGE;
        document.setLength(BEGINNING_CHARS);
        document.trimToSize();
        return;
      }
      place.need(document.length() + read);
      document.append(buffer, 0, read);
    }
  }

  private void readEvents(BufferedReader body) throws IOException {
    while (!done && end == End.WHOLE) {
      body.mark(1);
      if (body.read() < 0) {
        return;
      }
      body.reset();
      addLine(readLine(body));
      long chars = completion.size() + (long) event.length();
      place.need(chars);
      if (chars > MOST_CHARS) {
        end = End.TOO_LARGE;
        event.setLength(0);
      }
    }
  }

  /** Up to the line's end, which is left out. */
  private String readLine(BufferedReader body) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = body.read(); next >= 0 && next != '\n'; next = body.read()) {
      if (next == '\r') {
        body.mark(1);
        if (body.read() != '\n') {
          body.reset();
        }
        break;
      }
      if (line.length() >= MOST_CHARS) {
        end = End.TOO_LARGE;
        return "";
      }
      line.append((char) next);
      place.need(line.length());
    }
    return line.toString();
  }

  private void addLine(String line) {
    if (line.isEmpty()) {
      addEvent();
    } else if (line.startsWith("event:")) {
      eventName = line.substring("event:".length()).strip();
    } else if (line.startsWith("data:")) {
      if (!event.isEmpty()) {
        event.append('\n');
      }
      event.append(line.substring("data:".length()).strip());
      // Servers that leave out the blank line between events send one document a line.
      if (DONE.contentEquals(event)) {
        addEvent();
      }
    }
  }

  private void addEvent() {
    String data = event.toString();
    String name = eventName;
    event.setLength(0);
    eventName = "";
    if (data.equals(DONE)) {
      done = true;
    } else if (name.equals("error") && !data.isEmpty()) {
      completion.addError(ErrorText.ofBody(data));
    } else if (!data.isEmpty()) {
      ProviderJson.readAll(data).forEach(completion::add);
    }
  }

  private void finish() {
    addEvent();
    if (!streamed) {
      List<JsonNode> documents = ProviderJson.readAll(document.toString());
      // Some servers stream one document a line.
      streamed = documents.size() > 1;
      for (JsonNode each : documents) {
        done |= each.path("done").asBoolean(false);
        unwrapped(each).ifPresent(completion::add);
      }
    }
  }

  /** Some gateways put the document into a text. */
  private static Optional<JsonNode> unwrapped(JsonNode json) {
    Optional<JsonNode> inner =
        json.isTextual() ? ProviderJson.read(json.textValue()) : Optional.of(json);
    return inner.filter(JsonNode::isContainerNode);
  }

  private static boolean isField(String line) {
    return line.equals("data")
        || line.startsWith(":")
        || line.startsWith("data:")
        || line.startsWith("event:")
        || line.startsWith("id:")
        || line.startsWith("retry:");
  }
}
