package dev.smartspawn.worker.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies in other encodings than UTF-8, and labels that are wrong. */
class DecodedBodyTest {

  private static final String JSON = "{\"content\":\"caf\u00e9\"}";

  private static String read(byte[] bytes, String contentType) throws IOException {
    StringWriter text = new StringWriter();
    try (Reader reader =
        new BufferedReader(
            DecodedBody.of(
                new ByteArrayInputStream(bytes), Map.of("content-type", List.of(contentType))))) {
      reader.transferTo(text);
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, application/json",
    "UTF-8, application/json; charset=utf-8",
    "UTF-8, text/plain;charset=ISO-8859-1",
    "UTF-8, application/json; charset=utf-16",
    "UTF-8, application/json; charset=no-such-thing",
    "UTF-8, application/json; charset=",
    "ISO-8859-1, application/json; charset=ISO-8859-1",
    "ISO-8859-1, application/json; charset=latin1",
    "ISO-8859-1, 'text/plain; charset=\"us-ascii\"'",
    "windows-1252, application/json; charset=windows-1252",
    "UTF-16, application/json",
    "UTF-16BE, application/json",
    "UTF-16LE, application/json; charset=utf-16le",
    "UTF-32BE, application/json",
    "UTF-32LE, application/json"
  })
  void textIsReadInEveryEncoding(String charset, String contentType) throws IOException {
    String text = read(JSON.getBytes(Charset.forName(charset)), contentType);

    assertThat(text).isEqualTo(JSON);
  }

  @Test
  void asianLabelCountsWhereTheBytesAreNotUtf8() throws IOException {
    String json = "{\"content\":\"\u8d28\u6570\"}";

    assertThat(read(json.getBytes(Charset.forName("GBK")), "application/json; charset=gbk"))
        .isEqualTo(json);
    assertThat(read(json.getBytes(StandardCharsets.UTF_8), "application/json; charset=gbk"))
        .isEqualTo(json);
  }

  @Test
  void longTextIsReadToItsEnd() throws IOException {
    String json = "{\"content\":\"" + "\u00e9\ud83d\ude00 ".repeat(20_000) + "\"}";

    assertThat(read(json.getBytes(StandardCharsets.UTF_8), "text/plain; charset=latin1"))
        .isEqualTo(json);
  }

  @Test
  void halfACharacterAtTheEndIsNotTheEndOfTheRest() throws IOException {
    byte[] whole = "{\"content\":\"caf\u00e9".getBytes(StandardCharsets.UTF_8);

    assertThat(read(java.util.Arrays.copyOf(whole, whole.length - 1), "application/json"))
        .isEqualTo("{\"content\":\"caf\uFFFD");
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3"})
  void shortBodyIsRead(int length) throws IOException {
    assertThat(read(new byte[length], "application/json")).hasSizeLessThanOrEqualTo(length);
    assertThat(read("{}}".substring(0, length).getBytes(StandardCharsets.UTF_8), "a; charset=x"))
        .hasSize(length);
  }
}
