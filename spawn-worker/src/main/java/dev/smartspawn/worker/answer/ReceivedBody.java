package dev.smartspawn.worker.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.worker.body.AnswerRoom;
import dev.smartspawn.worker.body.DecodedBody;
import dev.smartspawn.worker.body.EventLine;
import dev.smartspawn.worker.body.ProviderJson;
import dev.smartspawn.worker.body.UnpackedBody;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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

  private static final List<String> NAMES_OF_END = List.of("done", "end", "finish", "complete");

  /** An answer that was cut off within them is whole. */
  private static final List<String> FIGURES =
      List.of("usage", "usageMetadata", "usage_metadata", "timings", "x_groq", "meta", "metrics");

  /** Figures follow the end of an answer at once, or not at all. */
  private static final Duration PATIENCE_FOR_FIGURES = Duration.ofSeconds(10);

  private static final Duration PATIENCE_AFTER_DONE = Duration.ofMillis(300);
  private static final int MOST_LINES_AFTER_DONE = 16;

  private final Completion completion = new Completion();
  private final StringBuilder document = new StringBuilder();
  private final StringBuilder event = new StringBuilder();
  private String eventName = "";
  private boolean streamed;
  private boolean done;
  private boolean cutOff;
  private boolean textCutOff;
  private int linesAfterDone;
  private End end = End.WHOLE;

  private final AnswerRoom.Place place;
  private final Consumer<Duration> patience;

  private ReceivedBody(AnswerRoom.Place place, Consumer<Duration> patience) {
    this.place = place;
    this.patience = patience;
  }

  /**
   * @param place the share of the room that the body takes until it is closed
   */
  static ReceivedBody of(ProviderResponse response, AnswerRoom.Place place) {
    ReceivedBody received = new ReceivedBody(place, response.patience());
    try {
      InputStream body = UnpackedBody.of(response.body(), response.headers());
      received.read(new BufferedReader(DecodedBody.of(body, response.headers())));
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

  /** An answer whose own end came is whole, whatever becomes of its connection. */
  End end() {
    boolean ended = done || completion.finishReason() != null;
    if (end == End.TOO_LARGE || (ended && textCutOff)) {
      return end == End.WHOLE ? End.UNFINISHED : end;
    }
    if (ended) {
      return End.WHOLE;
    }
    return end == End.WHOLE && (streamed || cutOff) ? End.UNFINISHED : end;
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
    if (EventLine.isField(line)) {
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
    while (end == End.WHOLE && linesAfterDone <= MOST_LINES_AFTER_DONE) {
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
    linesAfterDone += done ? 1 : 0;
    if (line.isEmpty()) {
      addEvent();
    } else if (line.startsWith("event:")) {
      eventName = line.substring("event:".length()).strip();
    } else if (line.startsWith("data:") || (!event.isEmpty() && !EventLine.isField(line))) {
      // A document may go over several lines, of which some servers mark only the first.
      if (!event.isEmpty()) {
        event.append('\n');
      }
      event.append(EventLine.data(line, event.isEmpty()));
      // Servers that leave out the blank line between events send one document a line.
      if (event.length() <= EventLine.LONGEST_DONE && EventLine.isDone(event.toString())) {
        addEvent();
      }
    }
  }

  private void addEvent() {
    String data = event.toString();
    String name = eventName;
    event.setLength(0);
    eventName = "";
    if (done) {
      ProviderJson.readAll(data).read().forEach(completion::addFigures);
    } else if (EventLine.isDone(data)) {
      done = true;
      patience.accept(PATIENCE_AFTER_DONE);
    } else if (name.equals("error") && !data.isEmpty()) {
      completion.addError(ErrorText.ofBody(data));
    } else if (!data.isEmpty()) {
      boolean ended = completion.finishReason() != null;
      addAll(ProviderJson.readAll(data));
      done |= NAMES_OF_END.contains(name);
      if (!ended && completion.finishReason() != null) {
        patience.accept(PATIENCE_FOR_FIGURES);
      }
    }
  }

  private void finish() {
    addEvent();
    if (!streamed) {
      String text = document.toString();
      ProviderJson.Values values = ProviderJson.readAll(text);
      streamed = isStream(values.read());
      addAll(values);
      done |= streamed && EventLine.endsDone(text);
    }
  }

  private void addAll(ProviderJson.Values values) {
    List<JsonNode> documents = values.read();
    cutOff = false;
    textCutOff = false;
    if (values.cutOff().isPresent() && !documents.isEmpty()) {
      String field = values.cutOff().get();
      cutOff = true;
      if (FIGURES.contains(field)
          && documents.get(documents.size() - 1) instanceof ObjectNode last) {
        last.remove(field);
      } else {
        textCutOff = !field.isEmpty();
      }
    }
    for (JsonNode each : documents) {
      done |= each.path("done").asBoolean(false);
      unwrapped(each).ifPresent(completion::add);
    }
  }

  /** Some servers stream one document a line, or one list of documents. */
  private static boolean isStream(List<JsonNode> documents) {
    JsonNode first = documents.isEmpty() ? MissingNode.getInstance() : documents.get(0);
    boolean announcesMore = first.path("done").isBoolean() && !first.path("done").booleanValue();
    return documents.size() > 1 || first.path(1).has("candidates") || announcesMore;
  }

  /** Some gateways put the document into a text. */
  private static Optional<JsonNode> unwrapped(JsonNode json) {
    Optional<JsonNode> inner =
        json.isTextual() ? ProviderJson.read(json.textValue()) : Optional.of(json);
    return inner.filter(JsonNode::isContainerNode);
  }
}
