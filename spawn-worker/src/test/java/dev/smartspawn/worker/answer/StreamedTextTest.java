package dev.smartspawn.worker.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams in which a piece may be the whole text so far, and streams in which it only looks so. */
class StreamedTextTest {

  private static final SentRequest SENT =
      new SentRequest(4096, "max_tokens", true, true, Set.of("max_tokens", "stream"));

  private static String read(List<String> pieces) {
    StringBuilder body = new StringBuilder();
    for (String piece : pieces) {
      ObjectNode event = Json.MAPPER.createObjectNode();
      event.putArray("choices").addObject().putObject("delta").put("content", piece);
      body.append("data: ").append(event).append("\n\n");
    }
    body.append("data: [DONE]\n\n");
    AnswerReader reader = new AnswerReader(new KeyMask(List.of()), Clock.systemUTC());
    return ((Answered) reader.read(ProviderResponse.of(200, body.toString()), SENT)).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        // The whole text so far.
        "2|2, 3|2, 3, 5~2, 3, 5",
        "2|2|2, 3|2, 3, 5|2, 3, 5~2, 3, 5",
        "The first three|The first three primes~The first three primes",
        "The first three|The first three primes|The first three primes~The first three primes",
        "x|xy|xyz and more~xyz and more",
        // The whole text once more at its end.
        "The first three| primes| are 2|The first three primes are 2~The first three primes are 2",
        // Pieces that only begin alike.
        "1|11~111",
        "1|11|111~111111",
        "ha|ha|ha~hahaha",
        "no|no|nono~nononono",
        "=|==|====~=======",
        "2|2~22",
        "a|ab~aab",
        "The first three| The first three~The first three The first three"
      })
  void wholeTextIsNotReadTwice(String pieces, String text) {
    assertThat(read(List.of(pieces.split("\\|")))).isEqualTo(text);
  }

  @Test
  void indentationIsKept() {
    assertThat(read(List.of("x", " ", "  ", "    ", "y"))).isEqualTo("x       y");
  }

  @Test
  void longAnswerInWholePiecesIsNotTooLarge() {
    String text = "The quick brown fox. ".repeat(2000);
    List<String> pieces =
        java.util.stream.IntStream.rangeClosed(1, 2000)
            .mapToObj(n -> text.substring(0, n * 21))
            .toList();

    assertThat(read(pieces)).isEqualTo(text);
  }
}
