package dev.smartspawn.schema.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.smartspawn.schema.media.MediaType;
import org.jspecify.annotations.Nullable;

/** A part of a message. */
public sealed interface ContentPart {

  record Text(String text) implements ContentPart {}

  /**
   * Beside a task, it is written as its address alone.
   *
   * @param detail how closely the model is to look, as the chat APIs write it; absent for its own
   *     choice
   */
  record Image(@JsonIgnore ContentSource source, @JsonIgnore @Nullable String detail)
      implements ContentPart {

    public Image(ContentSource source) {
      this(source, null);
    }

    @JsonValue
    public String url() {
      return source.url();
    }
  }

  /**
   * A PDF document or a text. Beside a task, it is written with its name and its data or text.
   *
   * @param name a clean name without folders
   */
  record File(String name, @JsonIgnore ContentSource source) implements ContentPart {

    /** Whether it is known to be a text, which goes into the prompt. */
    @JsonIgnore
    public boolean isText() {
      return source instanceof ContentSource.Inline inline && inline.type() == MediaType.TEXT;
    }

    /** The content as a data URL, or the attachment's id; absent for a text. */
    @JsonProperty
    public @Nullable String data() {
      return isText() ? null : source.url();
    }

    /** The text of a text file. */
    @JsonProperty
    public @Nullable String text() {
      return source instanceof ContentSource.Inline inline && isText() ? inline.text() : null;
    }
  }
}
