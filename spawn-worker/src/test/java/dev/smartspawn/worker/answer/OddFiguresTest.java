package dev.smartspawn.worker.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures that mean something else than their names say, as users of gateways reported them. */
class OddFiguresTest {

  private static final SentRequest SENT =
      new SentRequest(4096, "max_tokens", true, true, Set.of("max_tokens", "stream"));

  private static Answered read(String body) {
    return (Answered)
        new AnswerReader(new KeyMask(List.of()), Clock.systemUTC())
            .read(ProviderResponse.of(200, body), SENT);
  }

  private static Answered withUsage(String usage) {
    return read(
        "{\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}],\"usage\":"
            + usage
            + "}");
  }

  private static String dollars(ReportedUsage usage) {
    return usage.cost().map(usd -> usd.toDollars().stripTrailingZeros().toPlainString()).orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // Cached parts of the prompt: outside of its count, or inside.
        "{\"prompt_tokens\":4,\"completion_tokens\":6,\"cache_read_input_tokens\":900}~904~6",
        "{\"prompt_tokens\":4,\"completion_tokens\":6,\"prompt_tokens_details\":{\"cached_tokens\":900}}~904~6",
        "{\"prompt_tokens\":1000,\"completion_tokens\":6,\"total_tokens\":1006,\"prompt_tokens_details\":{\"cached_tokens\":900}}~1000~6",
        "{\"prompt_tokens\":1000,\"completion_tokens\":6,\"total_tokens\":1906,\"cache_read_input_tokens\":900}~1900~6",
        "{\"prompt_tokens\":1000,\"completion_tokens\":6,\"total_tokens\":1046,\"prompt_tokens_details\":{\"cached_tokens\":40},\"completion_tokens_details\":{\"reasoning_tokens\":40}}~1000~46",
        "{\"prompt_tokens\":1000,\"completion_tokens\":6,\"total_tokens\":1946,\"prompt_tokens_details\":{\"cached_tokens\":900},\"completion_tokens_details\":{\"reasoning_tokens\":40}}~1900~46",
        "{\"prompt_tokens\":10,\"completion_tokens\":6,\"prompt_cache_hit_tokens\":900,\"prompt_cache_miss_tokens\":100}~1000~6",
        "{\"prompt_n\":3,\"cache_n\":900,\"predicted_n\":6}~903~6",
        "{\"inputTokens\":4,\"outputTokens\":6,\"cacheReadInputTokens\":900,\"cacheWriteInputTokens\":96}~1000~6",
        // Thinking outside of what was written.
        "{\"prompt_tokens\":36,\"completion_tokens\":10,\"total_tokens\":736,\"completion_tokens_details\":{\"reasoning_tokens\":690}}~36~700",
        "{\"prompt_tokens\":21,\"completion_tokens\":0,\"total_tokens\":81,\"completion_tokens_details\":{\"reasoning_tokens\":60}}~21~60",
        "{\"prompt_token_count\":38,\"candidates_token_count\":11,\"thoughts_token_count\":217,\"total_token_count\":266}~38~228",
        // Both names, one of them unused.
        "{\"prompt_tokens\":20,\"completion_tokens\":6,\"input_tokens\":0,\"output_tokens\":0}~20~6",
        "{\"prompt_tokens\":0,\"completion_tokens\":0,\"input_tokens\":20,\"output_tokens\":6}~20~6"
      })
  void tokensAreCountedOnceAndAllOfThem(String usage, long prompt, long completion) {
    ReportedUsage read = withUsage(usage).usage();

    assertThat(read.prompt()).hasValue(prompt);
    assertThat(read.completion()).hasValue(completion);
  }

  /** Each piece is {@code text:tokens}; a piece without a text is a report alone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // The sum so far.
        "The first:2|three primes:4|are 2, 3:8|and 5.:11~11",
        "The first:2|three primes:4|:11~11",
        "The first:1|three primes:11~11",
        // The sum, known before the end.
        "The first:11|three primes:11|are 2, 3:11|and 5.:11~11",
        ":1|The first three:6~6",
        // Counted while the text waits.
        "The first:4|three primes:4|are 2, 3:9|and 5.:9~9",
        // What each piece took.
        "The first three primes:5|are 2:3|3 and 5:4~12",
        "The first:1|three:1|primes are:1|2:1|3:1|5:1~6",
        "The first three primes are:5|2, 3, 5, and the next is 7.:5~10",
        // And then the sum.
        "The first:1|three:1|primes are:1|2:1|:4~4"
      })
  void figuresInEachPieceAreASumOrParts(String pieces, long tokens) {
    StringBuilder body = new StringBuilder();
    for (String piece : pieces.split("\\|")) {
      int colon = piece.lastIndexOf(':');
      body.append(
          "data: {\"choices\":[{\"delta\":{\"content\":\"%s\"}}],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":%s}}\n\n"
              .formatted(piece.substring(0, colon), piece.substring(colon + 1)));
    }
    ReportedUsage usage = read(body.append("data: [DONE]\n\n").toString()).usage();

    assertThat(usage.prompt()).hasValue(20);
    assertThat(usage.completion()).hasValue(tokens);
  }

  @Test
  void costsOfPiecesAreAddedUpLikeTheirTokens() {
    StringBuilder body = new StringBuilder();
    for (int piece = 0; piece < 4; piece++) {
      body.append(
          "data: {\"choices\":[{\"delta\":{\"content\":\"piece %d of the text. \"}}],\"usage\":{\"completion_tokens\":3,\"cost\":0.001}}\n\n"
              .formatted(piece));
    }

    assertThat(dollars(read(body.append("data: [DONE]\n\n").toString()).usage()))
        .isEqualTo("0.004");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"cost\":\"$0.003\"}~0.003",
        "{\"cost\":\"0.003 USD\"}~0.003",
        "{\"cost\":0.003,\"currency\":\"usd\"}~0.003",
        "{\"cost\":0.02,\"currency\":\"CNY\"}~",
        "{\"cost\":{\"amount\":0.02,\"currency\":\"EUR\"}}~",
        "{\"cost\":{\"total\":0.003}}~0.003",
        "{\"cost\":{\"input_tokens_cost\":0.001,\"output_tokens_cost\":0.002}}~0.003",
        "{\"cost_cents\":0.3}~0.003",
        "{\"cost_in_cents\":\"0.3\"}~0.003",
        "{\"cost_usd_micros\":3000}~0.003",
        "{\"cost_usd\":0.003}~0.003",
        "{\"cost\":0,\"total_cost\":0.003}~0.003",
        "{\"cost_cents\":1e9}~",
        "{\"cost_cents\":-3}~"
      })
  void costIsReadInDollarsOnly(String usage, String cost) {
    assertThat(dollars(withUsage(usage).usage())).isEqualTo(cost == null ? "" : cost);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"cost\":0.003~0.003",
        "\"_hidden_params\":{\"response_cost\":0.003}~0.003",
        "\"provider_metadata\":{\"gateway\":{\"cost\":\"0.003\"}}~0.003",
        "\"inference_status\":{\"cost\":0.003}~0.003",
        "\"cost\":0~",
        "\"cost\":\"low\"~"
      })
  void costBesideTheFiguresCounts(String field, String cost) {
    assertThat(
            dollars(
                read("{\"choices\":[{\"message\":{\"content\":\"5\"},\"finish_reason\":\"stop\"}],"
                        + field
                        + "}")
                    .usage()))
        .isEqualTo(Optional.ofNullable(cost).orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[{\"message\":{\"content\":\"5\"},\"finish_reason\":\"stop\",\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":6}}]}",
        "{\"choices\":[{\"message\":{\"content\":\"5\"},\"finish_reason\":\"stop\"}],\"x_groq\":{\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":6}}}",
        "{\"choices\":[{\"message\":{\"content\":\"5\"},\"finish_reason\":\"stop\"}],\"timings\":{\"prompt_n\":20,\"predicted_n\":6}}",
        "{\"choices\":[{\"message\":{\"content\":\"5\"},\"finish_reason\":\"stop\"}],\"usage_metadata\":{\"input_tokens\":20,\"output_tokens\":6}}",
        "{\"choices\":[{\"message\":{\"content\":\"5\"},\"finish_reason\":\"stop\"}],\"usage\":null,\"meta\":{\"tokens\":{\"input_tokens\":20,\"output_tokens\":6}}}"
      })
  void figuresAreFoundElsewhere(String body) {
    ReportedUsage usage = read(body).usage();

    assertThat(usage.prompt()).hasValue(20);
    assertThat(usage.completion()).hasValue(6);
  }

  @ParameterizedTest
  @CsvSource({"1, 500, false", "1, 128, true", "4, 500, true", "3, 500, false", "0, 1, false"})
  void fewTokensForALongTextAreNotBelieved(int tokens, int length, boolean believed) {
    String text = "x".repeat(length);

    assertThat(
            read("{\"choices\":[{\"message\":{\"content\":\"%s\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":%d}}"
                    .formatted(text, tokens))
                .usage()
                .completion()
                .isPresent())
        .isEqualTo(believed);
  }

  @Test
  void whatIsNotReadOfAnAnswerIsStillWritten() {
    ReportedUsage usage =
        read("{\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"},{\"message\":{\"content\":\"7, 11, 13\"},\"finish_reason\":\"stop\"}]}")
            .usage();

    assertThat(usage.besidesBytes()).isEqualTo("7, 11, 13".length());
  }
}
