package dev.smartspawn.worker.prompt;

import dev.smartspawn.schema.chat.ContentPart;
import dev.smartspawn.schema.chat.ContentSource;
import dev.smartspawn.schema.media.ImageSize;
import dev.smartspawn.schema.media.ImageTokens;
import dev.smartspawn.schema.media.PdfTokens;
import dev.smartspawn.schema.question.Capability;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The images and PDF documents of a prompt. */
public record PromptMedia(List<ContentPart.Image> images, List<ContentPart.File> files) {

  public PromptMedia {
    images = List.copyOf(images);
    files = List.copyOf(files);
  }

  /** Those among the parts. Text files do not count: they are texts. */
  public static PromptMedia of(List<ContentPart> parts) {
    return new PromptMedia(
        parts.stream()
            .filter(ContentPart.Image.class::isInstance)
            .map(ContentPart.Image.class::cast)
            .toList(),
        parts.stream()
            .filter(ContentPart.File.class::isInstance)
            .map(ContentPart.File.class::cast)
            .filter(file -> !file.isText())
            .toList());
  }

  /** What a model must be able to read. */
  public Set<Capability> needed() {
    Set<Capability> needed = EnumSet.noneOf(Capability.class);
    if (!images.isEmpty()) {
      needed.add(Capability.VISION);
    }
    if (!files.isEmpty()) {
      needed.add(Capability.FILES);
    }
    return needed;
  }

  /**
   * An upper bound.
   *
   * @param model its id; empty for any
   */
  public long tokens(String model) {
    return imageTokens(model) + files.stream().mapToLong(PromptMedia::tokens).sum();
  }

  /** An upper bound. */
  public long imageTokens(String model) {
    return images.stream()
        .mapToLong(image -> ImageTokens.atMost(size(image.source()), model))
        .sum();
  }

  private static @Nullable ImageSize size(ContentSource source) {
    if (source instanceof ContentSource.Inspected inspected) {
      return inspected.size();
    }
    return source instanceof ContentSource.Inline inline ? inline.size() : null;
  }

  private static long tokens(ContentPart.File file) {
    if (file.source() instanceof ContentSource.Inspected inspected) {
      return inspected.tokens();
    }
    return file.source() instanceof ContentSource.Inline inline
        ? PdfTokens.atMost(inline.bytes())
        : PdfTokens.PER_PAGE * PdfTokens.MOST_PAGES;
  }
}
