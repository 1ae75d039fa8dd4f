package dev.smartspawn.schema.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaContentTest {

  private static final byte[] ZIP_END = SampleImages.bytes("PK\u0005\u0006" + "\u0000".repeat(18));

  @Test
  void typeAndSizeAreInTheBytes() throws UnusableMediaException {
    assertThat(MediaContent.of(SampleImages.png(640, 480)))
        .isEqualTo(new MediaContent(MediaType.PNG, new ImageSize(640, 480)));
    assertThat(MediaContent.of(SampleImages.jpeg(4032, 3024)))
        .isEqualTo(new MediaContent(MediaType.JPEG, new ImageSize(4032, 3024)));
    assertThat(MediaContent.of(SampleImages.gif(16, 9)))
        .isEqualTo(new MediaContent(MediaType.GIF, new ImageSize(16, 9)));
    for (byte[] webp :
        List.of(
            SampleImages.webp(1920, 1080),
            SampleImages.lossyWebp(1920, 1080),
            SampleImages.losslessWebp(1920, 1080))) {
      assertThat(MediaContent.of(webp))
          .isEqualTo(new MediaContent(MediaType.WEBP, new ImageSize(1920, 1080)));
    }
    assertThat(MediaContent.of(SampleImages.pdf()))
        .isEqualTo(new MediaContent(MediaType.PDF, null));
    assertThat(MediaContent.of("Grüße, 世界\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new MediaContent(MediaType.TEXT, null));
  }

  private static Map<String, String> otherTypes() {
    return Map.of(
        "PK\u0003\u0004rest", "is a ZIP archive",
        "MZ\u0090\u0000\u0003", "is a Windows program",
        "\u007fELF\u0002\u0001", "is a program",
        "BM\u0000\u0001\u0002", "is a BMP image",
        "\u0000\u0000\u0000\u0018ftypheic", "is a film or an HEIC or AVIF image",
        "\u00ff\u00fea\u0000", "is a text in UTF-16",
        "\u0001\u0002\u0003", "is of an unknown type",
        "Gr\u00fc\u00dfe", "is of an unknown type");
  }

  @Test
  void otherTypesAreRefusedByName() {
    otherTypes()
        .forEach(
            (bytes, message) ->
                assertThatThrownBy(() -> MediaContent.of(SampleImages.bytes(bytes)))
                    .isInstanceOf(UnusableMediaException.class)
                    .hasMessage(
                        message
                            + ": expected a PNG, JPEG, WebP or GIF image, a PDF or a text in UTF-8"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ID3 is a decision tree.",
        "Rar! said the lion.",
        "8BPS is the mark of Photoshop.",
        "See ftyp in MP4.",
        "BM;Größe",
        "\u001b[32mINFO\u001b[0m started",
        "N\bNA\bAM\bME\bE",
        "\u0007",
        "a\u000bb",
      })
  void textMayBeginOrBeColouredLikeAnyOther(String text) throws UnusableMediaException {
    assertThat(MediaContent.ofFile(text.getBytes(StandardCharsets.UTF_8)).type())
        .isEqualTo(MediaType.TEXT);
  }

  @Test
  void nothingIsRefused() {
    assertThatThrownBy(() -> MediaContent.of(new byte[0])).hasMessageStartingWith("is empty");
  }

  @Test
  void fileOfTwoTypesIsRefused() {
    assertThatThrownBy(
            () -> MediaContent.of(SampleImages.joined(SampleImages.png(1, 1), SampleImages.pdf())))
        .hasMessage("is a PNG image and a PDF document at once: expected one type");
    assertThatThrownBy(() -> MediaContent.of(SampleImages.joined(SampleImages.jpeg(1, 1), ZIP_END)))
        .hasMessage("is a JPEG image and a ZIP archive at once: expected one type");
    assertThatThrownBy(() -> MediaContent.of(SampleImages.joined(SampleImages.pdf(), ZIP_END)))
        .hasMessage("is a PDF document and a ZIP archive at once: expected one type");
    assertThatThrownBy(
            () ->
                MediaContent.of(
                    SampleImages.joined(
                        SampleImages.gif(1, 1), SampleImages.bytes("<SCRIPT>alert(1)</SCRIPT>"))))
        .hasMessage("is a GIF image and a page with markup at once: expected one type");
  }

  @Test
  void secondTypeIsFoundBehindTheHeader() {
    byte[] pixels = new byte[5_000];
    for (String hidden :
        List.of("<?php system('x')?>", "<script>x</script>", "%PDF-1.4", "PK\u0005\u0006")) {
      byte[] second = SampleImages.joined(SampleImages.bytes(hidden), new byte[100]);
      byte[] image = SampleImages.joined(SampleImages.jpeg(640, 480), pixels);

      assertThatThrownBy(() -> MediaContent.of(SampleImages.joined(image, second)))
          .isInstanceOf(UnusableMediaException.class)
          .hasMessageEndingWith("at once: expected one type");
    }
  }

  @Test
  void bombIsRefusedByItsHeader() {
    assertThatThrownBy(() -> MediaContent.of(SampleImages.png(60_000, 60_000)))
        .hasMessage("declares 60,000 x 60,000 pixels: expected at most 100,000,000 pixels");
    assertThatThrownBy(() -> MediaContent.of(SampleImages.png(-1, -1)))
        .hasMessageStartingWith("declares 4,294,967,295 x 4,294,967,295 pixels");
    assertThatThrownBy(() -> MediaContent.of(SampleImages.png(0, 5)))
        .hasMessage("is a PNG image with a damaged header: expected its width and height");
  }

  @Test
  void markupIsTold() {
    assertThat(MediaContent.isMarkup(SampleImages.bytes("  <svg onload='x'/>"))).isTrue();
    assertThat(MediaContent.isMarkup(SampleImages.bytes("<?xml version='1.0'?><svg/>"))).isTrue();
    assertThat(MediaContent.isMarkup(SampleImages.bytes("\u00ef\u00bb\u00bf<!DOCTYPE html>")))
        .isTrue();
    assertThat(MediaContent.isMarkup(SampleImages.bytes("<svg:svg xmlns:svg='x'/>"))).isTrue();
    for (String plain :
        List.of("<a><header/></a>", "<bodyText/>", "<!DOCTYPE book SYSTEM 'x'><book/>")) {
      assertThat(MediaContent.isMarkup(SampleImages.bytes(plain))).isFalse();
    }
    assertThat(MediaContent.isMarkup(SampleImages.bytes("Write <html> into a.txt"))).isFalse();
  }

  /** Whatever is wrong with a header, the answer is a size within bounds or a refusal. */
  @Test
  void damagedHeadersNeverFailOtherwise() {
    Random random = new Random(7);
    List<byte[]> seeds =
        List.of(
            SampleImages.png(640, 480),
            SampleImages.jpeg(640, 480),
            SampleImages.gif(640, 480),
            SampleImages.webp(640, 480),
            SampleImages.lossyWebp(640, 480),
            SampleImages.losslessWebp(640, 480),
            SampleImages.pdf());
    int read = 0;
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = mutated(seeds.get(i % seeds.size()), random);
      try {
        MediaContent content = MediaContent.of(bytes);
        read++;
        if (content.type().isImage()) {
          assertThat(Objects.requireNonNull(content.size()).pixels())
              .isBetween(1L, ImageSize.MAX_PIXELS);
        }
      } catch (UnusableMediaException e) {
        assertThat(e).hasMessageContaining("expected");
      }
    }
    assertThat(read).isBetween(1_000, 49_000);
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] bytes =
        random.nextInt(4) == 0
            ? Arrays.copyOf(seed, random.nextInt(seed.length + 1))
            : Arrays.copyOf(seed, seed.length);
    int changes = random.nextInt(5);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      boolean early = random.nextInt(3) > 0;
      int at = random.nextInt(early ? Math.min(40, bytes.length) : bytes.length);
      bytes[at] = (byte) random.nextInt();
    }
    return bytes;
  }
}
