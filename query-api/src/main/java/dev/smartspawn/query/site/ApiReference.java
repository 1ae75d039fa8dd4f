package dev.smartspawn.query.site;

import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.response.SafetyHeaders;
import dev.smartspawn.query.http.route.Endpoint;
import dev.smartspawn.query.http.route.ResourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The OpenAPI document as an interactive page: Swagger UI from its WebJar and two files that start
 * it. Works offline and under {@link SafetyHeaders#PAGE_POLICY}.
 */
public final class ApiReference {

  static final String PAGE_TYPE = "text/html; charset=utf-8";

  private static final String OURS = "/dev/smartspawn/query/reference/";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String VERSION_FILE =
      "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private final Endpoint page = ResourceFile.endpoint(OURS + "reference.html", PAGE_TYPE);
  private final Map<String, Endpoint> files = new HashMap<>();

  public ApiReference() {
    String theirs = "/META-INF/resources/webjars/swagger-ui/%s/".formatted(version());
    files.put("reference.js", ResourceFile.endpoint(OURS + "reference.js", SCRIPT));
    files.put("swagger-ui.css", ResourceFile.endpoint(theirs + "swagger-ui.css", STYLE));
    files.put(
        "swagger-ui-bundle.js", ResourceFile.endpoint(theirs + "swagger-ui-bundle.js", SCRIPT));
  }

  /** {@code GET /reference}. */
  public Response page(QueryRequest request) {
    return page.answer(request);
  }

  /** {@code GET /reference/{file}}. */
  public Response file(QueryRequest request) {
    Endpoint file = files.get(request.pathVariable());
    if (file == null) {
      throw Refusal.notFound(
          "unknown_file", "there is no such file: expected one of " + files.keySet());
    }
    return file.answer(request);
  }

  private static String version() {
    Properties properties = new Properties();
    try {
      properties.load(
          new StringReader(new String(ResourceFile.read(VERSION_FILE), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
