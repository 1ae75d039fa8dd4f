package dev.smartspawn.worker.prompt;

import dev.smartspawn.schema.chat.ChatParameters;
import dev.smartspawn.schema.chat.ContentPart;
import dev.smartspawn.schema.format.ResponseFormat;
import dev.smartspawn.schema.question.ModelParameter;
import dev.smartspawn.schema.question.TextSize;
import dev.smartspawn.schema.spawn.ModelLimits;
import dev.smartspawn.schema.spawn.SpawnRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The messages sent to a model.
 *
 * @param reply the form of the reply that the messages ask for
 * @param manner how the reply is to be written
 */
public record Prompt(List<Message> messages, Reply reply, Manner manner) {

  /** What a model is to reply with. */
  public enum Reply {
    TEXT,
    JSON,
    /** JSON that is valid against the schema of the format. */
    SCHEMA
  }

  /**
   * How a model is to write.
   *
   * @param required whether only a model will do that takes all parameters
   * @param format the form of the answer; absent for any
   */
  public record Manner(
      ChatParameters parameters, boolean required, @Nullable ResponseFormat format) {

    public static final Manner FREE = new Manner(ChatParameters.NONE, false, null);

    /** Parameters for an answer of any form. */
    public Manner(ChatParameters parameters, boolean required) {
      this(parameters, required, null);
    }

    static Manner of(SpawnRequest request) {
      return new Manner(
          request.parametersOrNone(), request.requireParameters(), request.responseFormat());
    }

    /** The same, with these parameters. */
    public Manner with(ChatParameters others) {
      return new Manner(others, required, format);
    }

    /** Whether the model takes the parameter, as far as is known. */
    public boolean allows(ModelParameter parameter, ModelLimits model) {
      return required ? model.takes(parameter) : !model.refuses(parameter);
    }
  }

  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT;

    /** As requests write it. */
    public String inWords() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A message of texts, images and files. Text files are texts by then.
   *
   * @param parts in order
   */
  public record Message(Role role, List<ContentPart> parts) {

    public Message {
      parts = List.copyOf(parts);
    }

    public Message(Role role, String text) {
      this(role, List.of(new ContentPart.Text(text)));
    }

    /** All its texts, joined by line ends. */
    public String text() {
      return parts.stream()
          .filter(ContentPart.Text.class::isInstance)
          .map(part -> ((ContentPart.Text) part).text())
          .collect(Collectors.joining("\n"));
    }

    /** Whether it is nothing but a text. */
    public boolean isText() {
      return parts.size() == 1 && parts.get(0) instanceof ContentPart.Text;
    }
  }

  public Prompt {
    messages = List.copyOf(messages);
  }

  /** Messages to which any reply will do. */
  public Prompt(List<Message> messages, Reply reply) {
    this(messages, reply, Manner.FREE);
  }

  public static Prompt ofUser(String text) {
    return of(List.of(new Message(Role.USER, text)));
  }

  static Prompt of(List<Message> messages) {
    return new Prompt(messages, Reply.TEXT);
  }

  public static Prompt of(String system, String user) {
    return new Prompt(
        List.of(new Message(Role.SYSTEM, system), new Message(Role.USER, user)), Reply.TEXT);
  }

  /** The same messages, which ask for JSON. */
  public Prompt forJson() {
    return new Prompt(messages, Reply.JSON, manner);
  }

  /** The same messages, to be answered in this manner. */
  public Prompt in(Manner other) {
    return new Prompt(messages, reply, other);
  }

  /** Gives the model its answer back, with what is wrong about it. */
  public Prompt correcting(String answer, List<String> mistakes) {
    List<Message> all = new ArrayList<>(messages);
    all.add(new Message(Role.ASSISTANT, answer));
    all.add(
        new Message(
            Role.USER,
            "This answer is not valid: %s.\n\nAnswer again, with the whole JSON and nothing else."
                .formatted(String.join("; ", mistakes))));
    return new Prompt(all, reply, manner);
  }

  /** The same messages, without parameters. */
  public Prompt inAnyManner() {
    return in(Manner.FREE);
  }

  /** The images and files of all messages. */
  public PromptMedia media() {
    return PromptMedia.of(messages.stream().flatMap(message -> message.parts().stream()).toList());
  }

  /** So many bytes of text would fill a model's context as much as texts, images and files do. */
  public long weight() {
    return bytes() + TextSize.bytesOf(media().tokens(""));
  }

  /** UTF-8 length of all texts. */
  public long bytes() {
    return messages.stream().mapToLong(message -> TextSize.bytes(message.text())).sum();
  }
}
