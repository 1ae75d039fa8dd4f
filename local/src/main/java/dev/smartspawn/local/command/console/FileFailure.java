package dev.smartspawn.local.command.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Why a file could not be read or written, in a user's words. */
public final class FileFailure {

  private FileFailure() {}

  /**
   * @param what as {@code write}
   */
  public static String message(String what, Path file, IOException failure) {
    return "cannot %s %s: %s".formatted(what, file, reason(failure));
  }

  /** What the exception's own message is about, and the reason. */
  public static String message(UncheckedIOException failure) {
    IOException cause = failure.getCause();
    return cause == null
        ? String.valueOf(failure.getMessage())
        : "%s: %s".formatted(failure.getMessage(), reason(cause));
  }

  private static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException denied) {
      return "no permission for %s".formatted(denied.getFile());
    }
    if (failure instanceof NoSuchFileException missing) {
      return "%s does not exist".formatted(missing.getFile());
    }
    if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
      return "%s is not a folder".formatted(((FileSystemException) failure).getFile());
    }
    if (failure instanceof FileSystemException other && other.getReason() != null) {
      return "%s (%s)".formatted(other.getReason(), other.getFile());
    }
    return String.valueOf(failure.getMessage());
  }
}
