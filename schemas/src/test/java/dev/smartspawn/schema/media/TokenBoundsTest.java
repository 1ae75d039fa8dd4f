package dev.smartspawn.schema.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenBoundsTest {

  /** Figures of the makers' documents: tiles of GPT-4o, Claude's pixels, Gemini's crops. */
  @ParameterizedTest
  @CsvSource({
    "openai/gpt-4o,1024,1024,765",
    "openai/gpt-4o,2048,4096,1105",
    "anthropic/claude-opus-4.6,1092,1092,1590",
    "google/gemini-3.5-flash,960,540,1548",
    "openai/gpt-4o-mini,1024,1024,25501",
  })
  void boundIsNotBelowWhatTheMakerCounts(String model, int width, int height, long counted) {
    assertThat(ImageTokens.atMost(new ImageSize(width, height), model))
        .isGreaterThanOrEqualTo(counted);
  }

  @Test
  void boundOfAnImageOnTheWebIsTheHighest() {
    assertThat(ImageTokens.atMost(null, "any/model")).isEqualTo(ImageTokens.MOST);
    assertThat(ImageTokens.atMost(null, "openai/gpt-4o-mini"))
        .isGreaterThan(ImageTokens.atMost(new ImageSize(512, 512), "openai/gpt-4o-mini"));
  }

  @Test
  void pagesOfADocumentAreCounted() {
    assertThat(PdfTokens.atMost(SampleImages.pdf())).isEqualTo(PdfTokens.PER_PAGE);
  }

  @Test
  void pagesInPackedObjectsAreCounted() {
    assertThat(PdfTokens.pages(packed("<</Type/Page/X 1>>".repeat(12)))).isEqualTo(12);
  }

  @Test
  void documentThatCannotBeReadCountsByItsBytes() {
    byte[] locked =
        SampleImages.joined(
            SampleImages.bytes("%PDF-1.7 /Encrypt 9 0 R /Type/Page "), new byte[51_200]);

    assertThat(PdfTokens.pages(locked)).isEqualTo(101);
    assertThat(PdfTokens.pages(SampleImages.joined(SampleImages.pdf(), new byte[0]))).isEqualTo(1);
  }

  private static byte[] packed(String objects) {
    Deflater deflater = new Deflater();
    deflater.setInput(objects.getBytes(StandardCharsets.ISO_8859_1));
    deflater.finish();
    byte[] buffer = new byte[objects.length() + 64];
    int length = deflater.deflate(buffer);
    deflater.end();
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes(
        SampleImages.bytes("%PDF-1.5\n5 0 obj<</Type/ObjStm/N 12/Filter/FlateDecode>>stream\n"));
    pdf.write(buffer, 0, length);
    pdf.writeBytes(SampleImages.bytes("\nendstream endobj %%EOF"));
    return pdf.toByteArray();
  }
}
