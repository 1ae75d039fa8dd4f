package dev.smartspawn.local.kafka;

import java.nio.file.Path;

/** This or another process already runs on the folder; the message names it. */
public final class FolderHeldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FolderHeldException(Path folder, String holder) {
    super("%s is held by %s".formatted(folder, holder));
  }
}
