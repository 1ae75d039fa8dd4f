package dev.smartspawn.worker.answer;

import dev.smartspawn.worker.answer.RequestChange.FewerTokens;
import dev.smartspawn.worker.answer.RequestChange.RoomLeft;
import dev.smartspawn.worker.answer.RequestChange.Streaming;
import dev.smartspawn.worker.answer.RequestChange.SystemRoleAsUser;
import dev.smartspawn.worker.answer.RequestChange.TokensParameter;
import dev.smartspawn.worker.answer.RequestChange.WithoutParameter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Finds in a refusal what to change. Providers say it in words of their own, so this looks for the
 * request's own fields and figures in them.
 */
final class ChangeFinder {

  private static final String MAX_TOKENS = "max_tokens";
  private static final String MAX_COMPLETION_TOKENS = "max_completion_tokens";
  private static final String RESPONSE_FORMAT = "response_format";
  private static final String JSON_SCHEMA = "json_schema";
  private static final int FEWEST_TOKENS = 16;

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{2,9}");
  private static final Pattern SYSTEM_ROLE =
      Pattern.compile(
          "(?<!\\w)(system|developer)(?!\\w).{0,80}(?<!\\w)(role|message|messages|prompt|instructions?|template)(?!\\w)"
              + "|(?<!\\w)(role|roles|message|messages|prompt|instructions?)(?!\\w).{0,80}(?<!\\w)(system|developer)(?!\\w)|only"
              + " user and assistant|roles must alternate",
          Pattern.DOTALL);
  private static final Pattern WINDOW =
      Pattern.compile(
          "context.?(length|window|size|limit)|context_length|(?<!\\w)window(?!\\w)|maximum.{0,20}(input|prompt|context)|(prompt|input|request).{0,40}too"
              + " (long|large)|too many (input )?tokens|input token count|inputs.? tokens|context"
              + " the overflows|context overflow|exceed_context|n_ctx|reduce the length",
          Pattern.DOTALL);
  private static final Pattern WINDOW_NAME =
      Pattern.compile("maximum|window|limit|context (length|size)|n_ctx|up to|at most");
  private static final Pattern NOT_TAKEN =
      Pattern.compile(
          "unsupported|not supported|unknown|unrecogni[sz]ed|unexpected|not"
              + " permitted|extra|invalid|not allowed|does(n't| not) (support|accept|allow)|not for"
              + " this|deprecated|instead|unavailable|not available|not enabled|must be verified|no"
              + " longer");
  private static final Pattern MUST_STREAM =
      Pattern.compile(
          "(must|only|requires?|need).{0,60}stream|stream.{0,60}(must|required|only|true)",
          Pattern.DOTALL);

  private static final Pattern SUM = Pattern.compile("(\\d{1,9}) ?\\+ ?(\\d{1,9}) ?> ?(\\d{1,9})");
  private static final Pattern AFFORDABLE = Pattern.compile("only afford (\\d{1,9})");
  private static final Pattern JSON_MODE =
      Pattern.compile("json.?(mode|object|schema)|structured.?outputs?|guided|grammar");

  /** An answer of fewer tokens is hardly one. */
  private static final int FEWEST_AFFORDABLE = 256;

  private ChangeFinder() {}

  /** An account that is nearly empty may still pay for a shorter answer. */
  static Optional<RequestChange> affordable(ErrorText error, SentRequest sent) {
    return AFFORDABLE
        .matcher(words(error))
        .results()
        .map(found -> Integer.parseInt(found.group(1)))
        .filter(tokens -> tokens >= FEWEST_AFFORDABLE && tokens < sent.maxTokens())
        .findFirst()
        .map(RoomLeft::new);
  }

  /** Whether the prompt is larger than the model takes, as far as the error's words tell. */
  static boolean isAboutWindow(ErrorText error) {
    return WINDOW.matcher(words(error)).find();
  }

  static Optional<RequestChange> find(ErrorText error, SentRequest sent) {
    String words = words(error);
    return ContentRefusal.find(words, sent)
        .or(() -> tokensParameter(words, error, sent))
        .or(() -> systemRole(words, sent))
        .or(() -> isAboutWindow(error) ? room(error, sent) : outputLimit(words, error, sent))
        .or(() -> streaming(words, error, sent))
        .or(() -> parameter(words, error, sent));
  }

  private static Optional<RequestChange> tokensParameter(
      String words, ErrorText error, SentRequest sent) {
    boolean otherNamed =
        sent.tokensParameter().equals(MAX_TOKENS) && words.contains(MAX_COMPLETION_TOKENS);
    boolean ownRefused =
        sent.tokensParameter().equals(MAX_COMPLETION_TOKENS)
            && (words.contains(MAX_COMPLETION_TOKENS)
                || error.parameter().equals(MAX_COMPLETION_TOKENS))
            && NOT_TAKEN.matcher(words).find()
            && numbers(error).noneMatch(number -> number < sent.maxTokens());
    if (otherNamed) {
      return Optional.of(new TokensParameter(MAX_COMPLETION_TOKENS));
    }
    return ownRefused ? Optional.of(new TokensParameter(MAX_TOKENS)) : Optional.empty();
  }

  private static Optional<RequestChange> systemRole(String words, SentRequest sent) {
    return sent.hasSystemRole() && SYSTEM_ROLE.matcher(words).find()
        ? Optional.of(new SystemRoleAsUser())
        : Optional.empty();
  }

  /**
   * The window is the figure that the words call so. Another figure is the prompt, or the sum of
   * prompt and answer. Empty where the prompt alone does not fit.
   */
  private static Optional<RequestChange> room(ErrorText error, SentRequest sent) {
    long maxTokens = sent.maxTokens();
    Optional<MatchResult> sum = SUM.matcher(error.message()).results().findFirst();
    if (sum.isPresent()) {
      long left = Long.parseLong(sum.get().group(3)) - Long.parseLong(sum.get().group(1));
      return left >= FEWEST_TOKENS && left < maxTokens
          ? Optional.of(new RoomLeft((int) left))
          : Optional.empty();
    }
    return windowOf(error).stream()
        .flatMap(
            window ->
                numbers(error)
                    .filter(number -> number != window && number != maxTokens)
                    .map(number -> number > window ? number - maxTokens : number)
                    .filter(prompt -> prompt > 0 && prompt + maxTokens > window)
                    .map(prompt -> window - prompt)
                    .filter(room -> room >= FEWEST_TOKENS && room < maxTokens)
                    .boxed())
        .min(Long::compare)
        .map(room -> new RoomLeft(room.intValue()));
  }

  private static Optional<Long> windowOf(ErrorText error) {
    int from = 0;
    for (MatchResult figure : NUMBER.matcher(error.message()).results().toList()) {
      String before = error.message().substring(from, figure.start()).toLowerCase(Locale.ROOT);
      if (WINDOW_NAME.matcher(before).find()) {
        return Optional.of(valueOf(figure));
      }
      from = figure.end();
    }
    return Optional.empty();
  }

  private static Optional<RequestChange> outputLimit(
      String words, ErrorText error, SentRequest sent) {
    boolean aboutLimit =
        words.contains(sent.tokensParameter())
            || error.parameter().equals(sent.tokensParameter())
            || words.contains(MAX_TOKENS)
            || words.contains("completion tokens")
            || words.contains("output tokens");
    return aboutLimit
        ? numbers(error)
            .filter(number -> number >= FEWEST_TOKENS && number < sent.maxTokens())
            .boxed()
            .max(Long::compare)
            .map(number -> new FewerTokens(number.intValue()))
        : Optional.empty();
  }

  private static Optional<RequestChange> streaming(
      String words, ErrorText error, SentRequest sent) {
    boolean named =
        words.replace("stream_options", "").contains("stream")
            || error.parameter().equals("stream");
    if (!named) {
      return Optional.empty();
    }
    if (!sent.streaming()) {
      return MUST_STREAM.matcher(words).find()
          ? Optional.of(new Streaming(true))
          : Optional.empty();
    }
    return NOT_TAKEN.matcher(words).find() ? Optional.of(new Streaming(false)) : Optional.empty();
  }

  private static Optional<RequestChange> parameter(
      String words, ErrorText error, SentRequest sent) {
    if (sent.parameters().contains(JSON_SCHEMA)
        && (error.parameter().startsWith(RESPONSE_FORMAT)
            || (JSON_MODE.matcher(words).find() && NOT_TAKEN.matcher(words).find()))) {
      // JSON without a schema may be taken still.
      return Optional.of(new WithoutParameter(JSON_SCHEMA));
    }
    if (sent.parameters().contains(error.parameter())) {
      return Optional.of(new WithoutParameter(error.parameter()));
    }
    if (sent.parameters().contains(RESPONSE_FORMAT)
        && JSON_MODE.matcher(words).find()
        && NOT_TAKEN.matcher(words).find()) {
      return Optional.of(new WithoutParameter(RESPONSE_FORMAT));
    }
    return NOT_TAKEN.matcher(words).find()
        ? sent.parameters().stream()
            .sorted((one, other) -> other.length() - one.length())
            .filter(words::contains)
            .findFirst()
            .map(WithoutParameter::new)
        : Optional.empty();
  }

  private static LongStream numbers(ErrorText error) {
    return NUMBER.matcher(error.message()).results().mapToLong(ChangeFinder::valueOf);
  }

  private static long valueOf(MatchResult figure) {
    return Long.parseLong(figure.group().replace(",", ""));
  }

  private static String words(ErrorText error) {
    return (error.message() + ' ' + error.code() + ' ' + error.parameter())
        .toLowerCase(Locale.ROOT);
  }
}
