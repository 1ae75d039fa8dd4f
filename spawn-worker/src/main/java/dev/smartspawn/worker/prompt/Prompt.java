package dev.smartspawn.worker.prompt;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a model is told. */
public record Prompt(List<Message> messages) {

  /** Who speaks. */
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

  /** Of UTF-8, in all messages. */
  public long bytes() {
    return messages.stream()
        .mapToLong(message -> message.text().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }
}
