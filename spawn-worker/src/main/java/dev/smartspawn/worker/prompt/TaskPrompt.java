package dev.smartspawn.worker.prompt;

import dev.smartspawn.schema.spawn.SpawnRequest;

/** The task as given, with its context if there is one. */
public final class TaskPrompt {

  private TaskPrompt() {}

  public static Prompt of(SpawnRequest request) {
    return Prompt.ofUser(text(request));
  }

  static String text(SpawnRequest request) {
    return request.context() == null
        ? request.task()
        : request.task() + "\n\nContext:\n" + request.context();
  }
}
