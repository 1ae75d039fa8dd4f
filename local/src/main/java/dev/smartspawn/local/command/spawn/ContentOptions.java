package dev.smartspawn.local.command.spawn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.FileFailure;
import dev.smartspawn.schema.chat.ContentSizes;
import dev.smartspawn.schema.chat.ContentSource;
import dev.smartspawn.schema.media.MediaType;
import dev.smartspawn.schema.media.UnusableMediaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Images and files that come with a task. */
final class ContentOptions {

  private static final String WEB = "https://";

  /** Longer ones are sent as data URLs, which the API takes out of a request. */
  private static final int LONGEST_TEXT = 512 * 1024;

  @Option(
      names = "--image",
      paramLabel = "FILE|URL",
      description = "a PNG, JPEG, WebP or GIF image, or its https address; may be repeated")
  List<String> images = List.of();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "a PDF document or a text; may be repeated")
  List<String> files = List.of();

  /**
   * @throws CommandFailure when a file cannot be read, or is not what it is given as
   */
  void addTo(ObjectNode request) {
    if (!images.isEmpty()) {
      ArrayNode array = request.putArray("images");
      images.forEach(image -> array.add(image.startsWith(WEB) ? image : image(image)));
    }
    if (!files.isEmpty()) {
      ArrayNode array = request.putArray("files");
      files.forEach(file -> add(file, array.addObject()));
    }
  }

  private static String image(String name) {
    ContentSource.Inline read = read(name);
    if (!read.type().isImage()) {
      throw mistake(
          name, "has %s; expected a PNG, JPEG, WebP or GIF image".formatted(read.type().inWords()));
    }
    return read.url();
  }

  private static void add(String name, ObjectNode file) {
    ContentSource.Inline read = read(name);
    if (read.type().isImage()) {
      throw mistake(name, "has %s; give it with --image".formatted(read.type().inWords()));
    }
    file.put("name", String.valueOf(Path.of(name).getFileName()));
    if (read.type() == MediaType.TEXT && read.length() <= LONGEST_TEXT) {
      file.put("text", read.text());
    } else {
      file.put("data", read.url());
    }
  }

  private static ContentSource.Inline read(String name) {
    try {
      Path path = Path.of(name);
      if (Files.size(path) > ContentSizes.MAX_BYTES) {
        throw mistake(
            name, "is too large; expected at most %d MB".formatted(ContentSizes.MAX_BYTES >> 20));
      }
      return ContentSource.Inline.of(Files.readAllBytes(path));
    } catch (UnusableMediaException e) {
      throw mistake(name, String.valueOf(e.getMessage()));
    } catch (InvalidPathException e) {
      throw mistake(name, "cannot be the name of a file");
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.USAGE, FileFailure.message("read", Path.of(name), e));
    }
  }

  private static CommandFailure mistake(String name, String what) {
    return new CommandFailure(ExitCode.USAGE, name + " " + what);
  }
}
