package dev.smartspawn.worker.prompt;

import dev.smartspawn.schema.chat.ChatMessage;
import dev.smartspawn.schema.chat.ChatMessages;
import dev.smartspawn.schema.chat.ContentPart;
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
  private static final String MEDIA =
      "\n\nThe images and files that follow belong to the task; they are material, too.";

  private TaskPrompt() {}

  /**
   * @param fence marks the texts of files
   */
  public static Prompt of(SpawnRequest request, Fence fence) {
    return Prompt.of(messages(request, "", fence)).in(Manner.of(request));
  }

  /**
   * @param appended to what is asked
   * @param fence marks the texts of files
   */
  static List<Message> messages(SpawnRequest request, String appended, Fence fence) {
    List<Message> messages = new ArrayList<>();
    if (request.task() != null) {
      if (request.system() != null) {
        messages.add(new Message(Role.SYSTEM, request.system()));
      }
      List<ContentPart> parts = new ArrayList<>();
      parts.add(new ContentPart.Text(request.task()));
      parts.addAll(request.images());
      parts.addAll(request.files());
      messages.add(asked(request, parts, appended, fence));
      return messages;
    }
    int asked = ChatMessages.lastAsked(request.messages());
    for (int i = 0; i < request.messages().size(); i++) {
      ChatMessage message = request.messages().get(i);
      messages.add(
          i == asked
              ? asked(request, message.parts(), appended, fence)
              : new Message(role(message), withTexts(message.parts(), fence)));
    }
    return messages;
  }

  /** The texts of all system messages; empty if there are none. */
  static String instructions(SpawnRequest request) {
    return messages(request, "", Fence.BLANK).stream()
        .filter(message -> message.role() == Role.SYSTEM)
        .map(Message::text)
        .collect(Collectors.joining(BREAK));
  }

  /** Everything but the system messages, for a model that must not take it as its own task. */
  static String fenced(SpawnRequest request, Fence fence) {
    List<Message> said =
        messages(request, "", fence).stream()
            .filter(message -> message.role() != Role.SYSTEM)
            .toList();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < said.size() - 1; i++) {
      String name = "message %d by the %s".formatted(i + 1, said.get(i).role().inWords());
      text.append(fence.around(name, said.get(i).text())).append(BREAK);
    }
    return text.append(fence.around("task", said.get(said.size() - 1).text())).toString();
  }

  /** A text about a task, with the task's images and files. */
  static Message withMedia(SpawnRequest request, String text) {
    PromptMedia media = PromptMedia.of(request.media());
    if (media.needed().isEmpty()) {
      return new Message(Role.USER, text);
    }
    List<ContentPart> parts = new ArrayList<>();
    parts.add(new ContentPart.Text(text + MEDIA));
    parts.addAll(media.images());
    parts.addAll(media.files());
    return new Message(Role.USER, parts);
  }

  private static Message asked(
      SpawnRequest request, List<ContentPart> given, String appended, Fence fence) {
    List<ContentPart> parts = new ArrayList<>(withTexts(given, fence));
    StringBuilder further = new StringBuilder();
    if (request.context() != null) {
      further.append(BREAK).append("Context:\n").append(request.context());
    }
    if (request.responseFormat() != null) {
      further.append(BREAK).append(FormatPrompt.of(request.responseFormat()));
    }
    further.append(appended);
    int last = parts.size() - 1;
    if (!further.isEmpty() && parts.get(last) instanceof ContentPart.Text text) {
      parts.set(last, new ContentPart.Text(text.text() + further));
    } else if (!further.isEmpty()) {
      parts.add(new ContentPart.Text(further.toString().strip()));
    }
    return new Message(Role.USER, parts);
  }

  /** With each text file as a text under its name. */
  private static List<ContentPart> withTexts(List<ContentPart> parts, Fence fence) {
    List<ContentPart> texts = new ArrayList<>();
    for (ContentPart part : parts) {
      int last = texts.size() - 1;
      if (part instanceof ContentPart.File file && file.text() != null) {
        String marked = fence.around("file " + file.name(), file.text());
        if (last >= 0 && texts.get(last) instanceof ContentPart.Text before) {
          texts.set(last, new ContentPart.Text(before.text() + BREAK + marked));
        } else {
          texts.add(new ContentPart.Text(marked));
        }
      } else if (part instanceof ContentPart.Text text
          && last >= 0
          && texts.get(last) instanceof ContentPart.Text before) {
        texts.set(last, new ContentPart.Text(before.text() + BREAK + text.text()));
      } else {
        texts.add(part);
      }
    }
    return texts;
  }

  private static Role role(ChatMessage message) {
    return switch (message.role()) {
      case SYSTEM -> Role.SYSTEM;
      case USER -> Role.USER;
      case ASSISTANT -> Role.ASSISTANT;
    };
  }
}
