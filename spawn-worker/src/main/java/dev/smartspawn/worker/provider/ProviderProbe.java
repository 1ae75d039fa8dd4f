package dev.smartspawn.worker.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.answer.AnswerReader;
import dev.smartspawn.worker.answer.KeyMask;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import dev.smartspawn.worker.answer.ProviderResponse;
import dev.smartspawn.worker.answer.ReportedUsage;
import dev.smartspawn.worker.answer.RequestChange;
import dev.smartspawn.worker.attachment.FilledBody;
import dev.smartspawn.worker.money.WorstCase;
import dev.smartspawn.worker.prompt.Prompt;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Asks a provider for one small answer, with everything in the request that a spawn may need: a
 * system message, an image, a stream, JSON. What the provider refuses is left out, and it is asked
 * again; a refusal costs nothing.
 */
public final class ProviderProbe implements AutoCloseable {

  private static final int MAX_TOKENS = 256;

  /** More than any provider counts for so small an image. */
  private static final int IMAGE_TOKENS = 2000;

  private static final int MAX_REQUESTS = 8;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Prompt PROMPT =
      Prompt.of(
              "You answer with one JSON object and nothing else.",
              "Name a prime number. Answer in JSON: {\"prime\": <number>}")
          .forJson();

  /** Red, 64 pixels wide and high. */
  private static final String IMAGE =
      "data:image/png;base64,"
          + "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAT0lEQVR42u3PQQkAAAgEsIt0/VMYyQi+hcEKLNO+FgEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQGBywIOCwEeSeOWzwAAAABJRU5ErkJggg==";

  private static final Set<Integer> MAY_BE_ABOUT_IMAGES = Set.of(400, 404, 415, 422, 500, 501);

  private final ProviderHttp http = new ProviderHttp();
  private final AnswerReader reader;

  /**
   * @param secrets to be kept out of messages
   */
  public ProviderProbe(List<String> secrets, Clock clock) {
    this.reader = new AnswerReader(new KeyMask(secrets), clock);
  }

  /** The most that a check costs. */
  public static Usd worstCase(ModelPrice price) {
    return WorstCase.of(PROMPT.bytes() + IMAGE_TOKENS, 2, price, MAX_TOKENS);
  }

  /**
   * @param price for the cost where the provider does not report it
   */
  public ProbeReport check(ModelRoute route, Optional<ModelPrice> price) {
    RequestForm form = RequestForm.of(route.provider());
    boolean image = true;
    for (int request = 1; ; request++) {
      Received received;
      long begun = System.nanoTime();
      try {
        received = send(route, form, image);
      } catch (ProviderHttp.NotSentException e) {
        return ProbeReport.failed(
            false, null, null, "it cannot be reached: " + HttpChatApi.unreachable(e.getCause()));
      } catch (IOException e) {
        return ProbeReport.failed(false, null, null, "it gave no answer");
      }
      long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
      if (received.isAnswer()) {
        return answered(route, received, form, image, millis, price);
      }
      Failed failed = (Failed) received.answer();
      Optional<RequestChange> change = failed.change();
      if (request == MAX_REQUESTS) {
        return refused(route, failed);
      } else if (change.isPresent()) {
        form = form.changed(change.get());
      } else if (image && MAY_BE_ABOUT_IMAGES.contains(received.status())) {
        image = false;
      } else {
        return refused(route, failed);
      }
    }
  }

  @Override
  public void close() {
    http.close();
  }

  private record Received(int status, boolean streamed, ProviderAnswer answer) {

    /** An answer of which nothing but thinking came is one, too. */
    boolean isAnswer() {
      return !(answer instanceof Failed failed)
          || failed.kind() == FailureKind.LIMIT_TOO_LOW
          || failed.kind() == FailureKind.EMPTY;
    }
  }

  private Received send(ModelRoute route, RequestForm form, boolean image)
      throws ProviderHttp.NotSentException, IOException {
    ModelCall call =
        new ModelCall(
            route,
            PROMPT,
            MAX_TOKENS,
            Prompt.Reply.JSON,
            TIMEOUT,
            new RequestId("providers-check"),
            close -> () -> {});
    ChatRequestBody body = new ChatRequestBody(call, form);
    if (image) {
      body.addImage(IMAGE);
    }
    return http.post(
        HttpChatApi.url(route),
        HttpChatApi.headers(call),
        FilledBody.plain(body.bytes()),
        TIMEOUT,
        TIMEOUT,
        response -> received(response, body),
        cancel -> () -> {});
  }

  private Received received(Response response, ChatRequestBody body) {
    String type = String.valueOf(response.header("Content-Type"));
    return new Received(
        response.code(),
        type.contains("event-stream"),
        reader.read(
            new ProviderResponse(
                response.code(), response.headers().toMultimap(), response.body().byteStream()),
            body.sent()));
  }

  private static ProbeReport answered(
      ModelRoute route,
      Received received,
      RequestForm form,
      boolean image,
      long millis,
      Optional<ModelPrice> price) {
    ReportedUsage usage = received.answer().usage();
    boolean counted = usage.prompt().isPresent() && usage.completion().isPresent();
    Optional<Usd> cost =
        usage
            .cost()
            .or(
                () ->
                    counted
                        ? price.map(
                            known ->
                                known.costOf(
                                    new TokenUsage(
                                        usage.prompt().orElse(0), usage.completion().orElse(0))))
                        : Optional.empty());
    return new ProbeReport(
        true,
        route.provider().key().isPresent() ? true : null,
        true,
        new ProbeReport.Reported(counted, usage.cost().isPresent()),
        new ProbeReport.Taken(
            form.streaming() && received.streamed(),
            !form.systemAsUser(),
            json(received.answer(), form),
            image),
        millis,
        cost.orElse(null),
        null);
  }

  private static @Nullable Boolean json(ProviderAnswer answer, RequestForm form) {
    if (!form.takes(ChatRequestBody.RESPONSE_FORMAT)) {
      return false;
    }
    if (!(answer instanceof Answered answered)) {
      return null;
    }
    try {
      JsonNode json = Json.MAPPER.readTree(answered.text());
      return json.isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static ProbeReport refused(ModelRoute route, Failed failed) {
    boolean tookKey =
        route.provider().key().isPresent() && failed.kind() != FailureKind.UNAVAILABLE;
    @Nullable Boolean other = tookKey ? Boolean.TRUE : null;
    @Nullable Boolean key = failed.kind() == FailureKind.UNAUTHORIZED ? Boolean.FALSE : other;
    @Nullable Boolean model = failed.kind() == FailureKind.MODEL_GONE ? Boolean.FALSE : null;
    return ProbeReport.failed(true, key, model, failed.message());
  }
}
