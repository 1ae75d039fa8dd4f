package dev.smartspawn.worker.prompt;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The messages sent to a model. */
public record Prompt(List<Message> messages) {

  public enum Role {
    SYSTEM,
    USER
  }

  public record Message(Role role, String text) {}

  public Prompt {
    messages = List.copyOf(messages);
  }

  public static Prompt ofUser(String text) {
    return new Prompt(List.of(new Message(Role.USER, text)));
  }

  public static Prompt of(String system, String user) {
    return new Prompt(List.of(new Message(Role.SYSTEM, system), new Message(Role.USER, user)));
  }

  /** UTF-8 length of all messages. */
  public long bytes() {
    return messages.stream()
        .mapToLong(message -> message.text().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }
}
