package dev.smartspawn.query.http;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The OpenAPI document as a page to read and try: Swagger UI, from its WebJar, and the two files of
 * ours that begin it. All of it works offline and under {@link SafetyHeaders#PAGE_POLICY}.
 */
final class Reference {

  static final String PAGE_TYPE = "text/html; charset=utf-8";

  private static final String OURS = "/dev/smartspawn/query/reference/";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String VERSION_FILE =
      "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private final Endpoint page = Documents.fixed(OURS + "reference.html", PAGE_TYPE);
  private final Map<String, Endpoint> files = new HashMap<>();

  Reference() {
    String theirs = "/META-INF/resources/webjars/swagger-ui/%s/".formatted(version());
    files.put("reference.js", Documents.fixed(OURS + "reference.js", SCRIPT));
    files.put("swagger-ui.css", Documents.fixed(theirs + "swagger-ui.css", STYLE));
    files.put("swagger-ui-bundle.js", Documents.fixed(theirs + "swagger-ui-bundle.js", SCRIPT));
  }

  /** {@code GET /reference}. */
  Answer page(Question question) {
    return page.answer(question);
  }

  /** {@code GET /reference/{file}}. */
  Answer file(Question question) {
    Endpoint file = files.get(question.tail());
    if (file == null) {
      throw Refusal.notFound(
          "unknown_file", "there is no such file: expected one of " + files.keySet());
    }
    return file.answer(question);
  }

  private static String version() {
    Properties properties = new Properties();
    try {
      properties.load(
          new StringReader(new String(Documents.read(VERSION_FILE), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
