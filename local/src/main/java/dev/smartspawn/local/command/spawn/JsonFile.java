package dev.smartspawn.local.command.spawn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.FileFailure;
import dev.smartspawn.local.command.console.StandardInput;
import dev.smartspawn.schema.json.Json;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file of JSON that becomes part of a request.
 *
 * @param name of the file, or - for standard input
 * @param expected for people, what the file has
 */
record JsonFile(String name, String expected, StandardInput input) {

  private static final String STANDARD_INPUT = "-";

  /** Editors and shells of Windows begin a text with it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * @throws CommandFailure when it cannot be read, or is not JSON
   */
  JsonNode read() {
    try {
      String text = text();
      return Json.MAPPER.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (JsonProcessingException e) {
      throw mistake("it is not JSON");
    }
  }

  CommandFailure mistake(String why) {
    return new CommandFailure(
        ExitCode.USAGE,
        "%s: %s; expected %s"
            .formatted(name.equals(STANDARD_INPUT) ? "standard input" : name, why, expected));
  }

  private String text() {
    if (name.equals(STANDARD_INPUT)) {
      return input.readAll();
    }
    try {
      return Files.readString(Path.of(name));
    } catch (MalformedInputException e) {
      throw mistake("it is not a text in UTF-8");
    } catch (InvalidPathException e) {
      throw mistake("this cannot be the name of a file");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.USAGE, FileFailure.message("read", Path.of(name), e) + "; expected " + expected);
    }
  }
}
