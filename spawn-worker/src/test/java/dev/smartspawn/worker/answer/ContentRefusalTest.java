package dev.smartspawn.worker.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.worker.answer.RequestChange.WithoutParameter;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRefusalTest {

  private static SentRequest with(String... content) {
    return new SentRequest(
        4096, "max_tokens", false, false, Set.of("max_tokens"), "", Set.of(content));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No endpoints found that support image input",
        "This model does not support image inputs.",
        "Image input is not supported for this model",
        "image_url is not supported by this model",
        "The model is not a vision model",
        "Invalid content type. image_url is only supported by certain models: unsupported",
        "glm-4.6 is not a multimodal model",
        "Failed to deserialize: unknown variant `image_url`, expected `text`",
        "messages[0].content must be a string",
        "this is a text-only model",
      })
  void modelThatTakesNoImagesIsTold(String message) {
    assertThat(ContentRefusal.find(message.toLowerCase(Locale.ROOT), with("image_url")))
        .hasValue(new WithoutParameter("image_url"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You uploaded an unsupported image. Please use one of the following formats: png, jpeg",
        "image exceeds 5 MB maximum",
        "Could not process image",
        "Error while downloading https://example.com/a.png",
        "temperature is not supported by this model",
        "the model is overloaded",
      })
  void refusalOfThisImageOrOfSomethingElseSaysNothingAboutAllImages(String message) {
    assertThat(ContentRefusal.find(message.toLowerCase(Locale.ROOT), with("image_url"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No endpoints found that support file input",
        "File input is not supported",
        "PDF documents are not supported by this model",
      })
  void modelThatTakesNoFilesIsTold(String message) {
    String words = message.toLowerCase(Locale.ROOT);

    assertThat(ContentRefusal.find(words, with("file"))).hasValue(new WithoutParameter("file"));
    assertThat(ContentRefusal.find(words, with("image_url"))).isEmpty();
    assertThat(ContentRefusal.find(words, with())).isEmpty();
  }
}
