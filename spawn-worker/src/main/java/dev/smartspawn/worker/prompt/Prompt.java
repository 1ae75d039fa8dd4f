package dev.smartspawn.worker.prompt;

import dev.smartspawn.schema.question.TextSize;
import java.util.List;
import java.util.Locale;

/**
 * The messages sent to a model.
 *
 * @param reply the form of the reply that the messages ask for
 */
public record Prompt(List<Message> messages, Reply reply) {

  /** What a model is to reply with. */
  public enum Reply {
    TEXT,
    JSON
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

  public record Message(Role role, String text) {}

  public Prompt {
    messages = List.copyOf(messages);
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
    return new Prompt(messages, Reply.JSON);
  }

  /** UTF-8 length of all messages. */
  public long bytes() {
    return messages.stream().mapToLong(message -> TextSize.bytes(message.text())).sum();
  }
}
