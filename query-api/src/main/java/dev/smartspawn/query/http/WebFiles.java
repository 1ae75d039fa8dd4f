package dev.smartspawn.query.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The dashboard: files from the class path, each a route of its own, so that no path leads anywhere
 * else. Held in memory; a browser asks whether it still has the newest.
 */
final class WebFiles {

  private static final String FOLDER = "/web/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final List<String> NAMES =
      List.of(
          "address.js",
          "api.js",
          "app.js",
          "base.css",
          "board.js",
          "changes.js",
          "columns.js",
          "comparison.js",
          "dom.js",
          "format.js",
          "history.js",
          "icon.svg",
          "model-table.js",
          "model.js",
          "models.js",
          "origin.js",
          "parts.js",
          "pick.js",
          "recommendation.js",
          "scatter.js",
          "sources.js",
          "spawn-detail.js",
          "spawn-form.js",
          "spawns.js",
          "steps.js",
          "theme.js",
          "value.js",
          "views.css");

  private WebFiles() {}

  static List<Route> routes() {
    return Stream.concat(
            Stream.of(route("/", "index.html"), route("/favicon.ico", "icon.svg")),
            NAMES.stream().map(name -> route(FOLDER + name, name)))
        .toList();
  }

  private static Route route(String pattern, String name) {
    byte[] bytes = read(name);
    String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
    Answer answer = Answer.file(type, direct(bytes), entityTag(bytes));
    return Route.get(
        pattern,
        question -> {
          question.parameters(Set.of());
          return answer;
        });
  }

  private static byte[] read(String name) {
    try (InputStream file = WebFiles.class.getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IllegalStateException("the dashboard's file %s is missing".formatted(name));
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  private static String entityTag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(hash, 0, 8) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
