package dev.smartspawn.schema.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One message of a conversation.
 *
 * @param parts its texts, images and files; neighbouring texts are one part, joined by line ends
 */
public record ChatMessage(
    MessageRole role,
    @JsonProperty("content") @JsonSerialize(using = ContentWriter.class) List<ContentPart> parts) {

  public ChatMessage {
    parts = joined(parts);
  }

  public ChatMessage(MessageRole role, String text) {
    this(role, List.of(new ContentPart.Text(text)));
  }

  /** All its texts, joined by line ends; empty if there are none. */
  public String content() {
    return parts.stream()
        .filter(ContentPart.Text.class::isInstance)
        .map(part -> ((ContentPart.Text) part).text())
        .collect(Collectors.joining("\n"));
  }

  /** Its images and files, in order. */
  public List<ContentPart> media() {
    return parts.stream().filter(part -> !(part instanceof ContentPart.Text)).toList();
  }

  private static List<ContentPart> joined(List<ContentPart> parts) {
    List<ContentPart> joined = new ArrayList<>();
    for (ContentPart part : parts) {
      int last = joined.size() - 1;
      if (part instanceof ContentPart.Text next
          && last >= 0
          && joined.get(last) instanceof ContentPart.Text text) {
        joined.set(last, new ContentPart.Text(text.text() + "\n" + next.text()));
      } else {
        joined.add(part);
      }
    }
    return List.copyOf(joined);
  }
}
