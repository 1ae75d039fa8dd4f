package dev.smartspawn.worker.answer;

import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Charge;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import dev.smartspawn.worker.answer.ProviderAnswer.Whole;
import dev.smartspawn.worker.body.AnswerRoom;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Reads a provider's response. Throws nothing, whatever the response is. */
public final class AnswerReader {

  private static final int MAX_MESSAGE_LENGTH = 300;

  private final KeyMask keys;
  private final Clock clock;
  private final AnswerRoom room = new AnswerRoom();

  /**
   * @param keys to be kept out of messages and answers
   * @param clock tells how far away a date in {@code Retry-After} is
   */
  public AnswerReader(KeyMask keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  public ProviderAnswer read(ProviderResponse response, SentRequest sent) {
    int status = response.status();
    if (status >= 300 && status < 400) {
      return redirect(response);
    }
    try (AnswerRoom.Place place = room.place()) {
      ReceivedBody body = ReceivedBody.of(response, place);
      return response.isSuccess()
          ? completion(body, response, sent)
          : refusal(body, response, sent);
    }
  }

  private ProviderAnswer completion(
      ReceivedBody body, ProviderResponse response, SentRequest sent) {
    Completion completion = body.completion();
    ThinkingBlock block = block(completion, sent.prompt());
    boolean call = TemplateMarks.isCall(block.text(), sent.prompt());
    String text = call ? "" : keys.mask(WellFormedText.of(block.text()));
    String thinking = thinking(completion, block);
    ReportedUsage usage =
        completion
            .usage()
            .beside(block.text() + completion.thinking())
            .or(ReportedUsage.ofCost(ReportedCost.ofHeaders(response)))
            .withBesides(Math.max(0, completion.bytes() - utf8(text) - utf8(thinking)));
    Read read = new Read(body, text, thinking, usage, response);
    return read.failure(sent).<ProviderAnswer>map(failed -> failed).orElseGet(read::answered);
  }

  private static long utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Some servers take the answer for a part of the thinking, and its mark with it. */
  private static ThinkingBlock block(Completion completion, String prompt) {
    ThinkingBlock block = ThinkingBlock.split(completion.text(), prompt);
    ThinkingBlock behind = ThinkingBlock.split(completion.thinking(), prompt);
    boolean misplaced =
        block.text().isBlank() && !behind.text().isBlank() && !behind.thinking().isBlank();
    return misplaced ? behind : block;
  }

  private String thinking(Completion completion, ThinkingBlock block) {
    String apart = completion.thinking();
    String thinking = block.thinking().isBlank() ? apart : block.thinking();
    return keys.mask(WellFormedText.of(thinking));
  }

  /** A body of a success, as far as it could be read. */
  private final class Read {

    private final ReceivedBody body;
    private final Completion completion;
    private final String text;
    private final String thinking;
    private final ReportedUsage usage;
    private final ProviderResponse response;

    Read(
        ReceivedBody body,
        String text,
        String thinking,
        ReportedUsage usage,
        ProviderResponse response) {
      this.body = body;
      this.completion = body.completion();
      this.text = text;
      this.thinking = thinking;
      this.usage = thinking.isBlank() ? usage : usage.withThought();
      this.response = response;
    }

    Answered answered() {
      Whole whole =
          switch (FinishReason.of(completion.finishReason())) {
            case CLEAN -> Whole.YES;
            case CUT -> Whole.CUT;
            default -> Whole.UNSURE;
          };
      return new Answered(text, thinking, whole, usage);
    }

    Optional<Failed> failure(SentRequest sent) {
      Optional<ErrorText> error = completion.error().or(this::errorWithoutField);
      if (error.isPresent()) {
        return Optional.of(inBody(error.get(), sent));
      }
      if (body.end() != ReceivedBody.End.WHOLE) {
        return Optional.of(brokenOff(body.end()));
      }
      return switch (FinishReason.of(completion.finishReason())) {
        case FILTERED ->
            Optional.of(
                failed(FailureKind.CONTENT_FILTER, "the provider's filter held back the answer"));
        case BROKEN ->
            Optional.of(
                failed(
                    FailureKind.DISCONNECTED,
                    "the model broke off in the middle (finish reason %s)"
                        .formatted(cleaned(String.valueOf(completion.finishReason())))));
        default -> noText();
      };
    }

    /** Some gateways answer 200 to whatever fails, and say so in words of their own. */
    private Optional<ErrorText> errorWithoutField() {
      if (completion.hasChoice() || !body.document().startsWith("{")) {
        return Optional.empty();
      }
      ErrorText found = ErrorText.ofBody(body.document()).masked(keys);
      boolean isError =
          found.status() >= 400
              || (!found.message().isBlank() && StatusKinds.of(400, found) != FailureKind.REFUSED);
      return isError ? Optional.of(found) : Optional.empty();
    }

    private Optional<Failed> noText() {
      if (!text.isBlank()) {
        return Optional.empty();
      }
      if (!completion.refusal().isBlank()) {
        return Optional.of(
            failed(
                FailureKind.CONTENT_FILTER, "the model refused: " + cleaned(completion.refusal())));
      }
      if (!completion.hasChoice()) {
        return Optional.of(
            failed(FailureKind.MALFORMED, "the answer is not a chat completion" + quoted()));
      }
      boolean limit = FinishReason.of(completion.finishReason()) == FinishReason.CUT;
      boolean thought = usage.thought() || !thinking.isBlank();
      if (limit) {
        return Optional.of(
            failed(
                FailureKind.LIMIT_TOO_LOW,
                thought
                    ? "the model used all it may write for thinking"
                    : "the model wrote nothing within the limit"));
      }
      return Optional.of(
          failed(
              FailureKind.EMPTY,
              thought
                  ? "the answer has thinking only"
                  : "the answer is empty (finish reason %s)"
                      .formatted(cleaned(String.valueOf(completion.finishReason())))));
    }

    private String quoted() {
      String start = cleaned(ErrorText.ofBody(body.document()).message());
      return start.isBlank() ? "" : ": " + start;
    }

    /** OpenRouter reports errors of the provider behind it in the body of a 200. */
    private Failed inBody(ErrorText error, SentRequest sent) {
      int status = error.status() == 0 ? 502 : error.status();
      FailureKind kind =
          error.status() == 0 ? StatusKinds.of(error) : StatusKinds.of(status, error);
      boolean begun = !text.isBlank() || !thinking.isBlank();
      Charge charge =
          !usage.isEmpty()
              ? Charge.AS_REPORTED
              : begun || kind == FailureKind.TIMEOUT ? Charge.UNKNOWN : Charge.NOTHING;
      Optional<RequestChange> change = begun ? Optional.empty() : changeFor(kind, error, sent);
      FailureKind counted = change.isPresent() ? FailureKind.ANOTHER_FORM : kind;
      return new Failed(
          begun && kind == FailureKind.UNAVAILABLE ? FailureKind.DISCONNECTED : counted,
          messageOf(status, kind, error),
          RetryDelay.of(response, clock)
              .or(() -> RetryDelay.inBody(error.message(), body.document())),
          change,
          text,
          charge,
          usage);
    }

    private Failed brokenOff(ReceivedBody.End end) {
      FailureKind kind =
          end == ReceivedBody.End.OUT_OF_TIME ? FailureKind.TIMEOUT : FailureKind.DISCONNECTED;
      String message =
          switch (end) {
            case OUT_OF_TIME -> "the answer did not end in time";
            case TOO_LARGE -> "the answer is larger than any answer may be";
            default -> "the connection broke before the answer was whole";
          };
      return new Failed(
          kind, message, Optional.empty(), Optional.empty(), text, Charge.UNKNOWN, usage);
    }

    private Failed failed(FailureKind kind, String message) {
      Charge charge = usage.isEmpty() ? Charge.UNKNOWN : Charge.AS_REPORTED;
      return new Failed(kind, message, Optional.empty(), Optional.empty(), text, charge, usage);
    }
  }

  private Failed refusal(ReceivedBody body, ProviderResponse response, SentRequest sent) {
    int status = response.status();
    ErrorText said = body.completion().error().orElseGet(() -> ErrorText.ofBody(body.document()));
    // Providers quote keys, and a key is not a word that tells what is wrong.
    ErrorText error = said.masked(keys);
    FailureKind kind = StatusKinds.of(status, error);
    ReportedUsage usage = body.completion().usage();
    Charge charge =
        !usage.isEmpty()
            ? Charge.AS_REPORTED
            : kind == FailureKind.TIMEOUT ? Charge.UNKNOWN : Charge.NOTHING;
    Optional<RequestChange> change = changeFor(kind, error, sent);
    return new Failed(
        change.isPresent() ? FailureKind.ANOTHER_FORM : kind,
        messageOf(status, kind, error),
        RetryDelay.of(response, clock)
            .or(() -> RetryDelay.inBody(error.message(), body.document())),
        change,
        "",
        charge,
        usage);
  }

  private Failed redirect(ProviderResponse response) {
    String target = response.header("location").map(this::cleaned).orElse("an unknown address");
    return new Failed(
        FailureKind.REFUSED,
        "the provider answered %d, a redirect to %s: set its address to where it answers"
            .formatted(response.status(), target),
        Optional.<Duration>empty(),
        Optional.empty(),
        "",
        Charge.NOTHING,
        ReportedUsage.NONE);
  }

  private static Optional<RequestChange> changeFor(
      FailureKind kind, ErrorText error, SentRequest sent) {
    return switch (kind) {
      case REFUSED, TOO_LONG, MODEL_GONE -> ChangeFinder.find(error, sent);
      case NO_CREDIT -> ChangeFinder.affordable(error, sent);
      default -> Optional.empty();
    };
  }

  private String messageOf(int status, FailureKind kind, ErrorText error) {
    String said = cleaned(error.message());
    String words = said.isEmpty() ? cleaned(error.code()) : said;
    if (kind == FailureKind.UNAUTHORIZED && status == 401) {
      // Providers quote parts of keys they do not accept.
      return "the provider answered 401: the key is not accepted";
    }
    return "the provider answered %d%s"
        .formatted(status, words.isEmpty() ? ", without an explanation" : ": " + words);
  }

  private String cleaned(String text) {
    String masked = keys.mask(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return WellFormedText.shortened(masked, MAX_MESSAGE_LENGTH, "...");
  }
}
