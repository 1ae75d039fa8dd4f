package dev.smartspawn.worker.prompt;

import dev.smartspawn.schema.chat.ChatMessage;
import dev.smartspawn.schema.chat.ChatMessages;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.worker.prompt.Prompt.Manner;
import dev.smartspawn.worker.prompt.Prompt.Message;
import dev.smartspawn.worker.prompt.Prompt.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The task or the conversation as given, with its context if there is one. */
public final class TaskPrompt {

  private static final String BREAK = "\n\n";

  private TaskPrompt() {}

  public static Prompt of(SpawnRequest request) {
    return Prompt.of(messages(request, "")).in(Manner.of(request));
  }

  /**
   * @param appended to what is asked
   */
  static List<Message> messages(SpawnRequest request, String appended) {
    List<Message> messages = new ArrayList<>();
    if (request.task() != null) {
      if (request.system() != null) {
        messages.add(new Message(Role.SYSTEM, request.system()));
      }
      messages.add(new Message(Role.USER, asked(request) + appended));
      return messages;
    }
    int asked = ChatMessages.lastAsked(request.messages());
    for (int i = 0; i < request.messages().size(); i++) {
      ChatMessage message = request.messages().get(i);
      messages.add(
          i == asked
              ? new Message(Role.USER, asked(request) + appended)
              : new Message(role(message), message.content()));
    }
    return messages;
  }

  /** The texts of all system messages; empty if there are none. */
  static String instructions(SpawnRequest request) {
    return messages(request, "").stream()
        .filter(message -> message.role() == Role.SYSTEM)
        .map(Message::text)
        .collect(Collectors.joining(BREAK));
  }

  /** Everything but the system messages, for a model that must not take it as its own task. */
  static String fenced(SpawnRequest request, Fence fence) {
    List<Message> said =
        messages(request, "").stream().filter(message -> message.role() != Role.SYSTEM).toList();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < said.size() - 1; i++) {
      String name = "message %d by the %s".formatted(i + 1, said.get(i).role().inWords());
      text.append(fence.around(name, said.get(i).text())).append(BREAK);
    }
    return text.append(fence.around("task", said.get(said.size() - 1).text())).toString();
  }

  private static String asked(SpawnRequest request) {
    String asked =
        request.context() == null
            ? request.asked()
            : request.asked() + BREAK + "Context:\n" + request.context();
    return request.responseFormat() == null
        ? asked
        : asked + BREAK + FormatPrompt.of(request.responseFormat());
  }

  private static Role role(ChatMessage message) {
    return switch (message.role()) {
      case SYSTEM -> Role.SYSTEM;
      case USER -> Role.USER;
      case ASSISTANT -> Role.ASSISTANT;
    };
  }
}
