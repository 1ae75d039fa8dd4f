package dev.smartspawn.query.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.ApiUnderTest;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.lifecycle.Readiness;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard's files are served, each at its own address, and nothing else is. */
class DashboardFilesTest {

  private static final Path FOLDER = Path.of("src/main/resources/web");
  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*\\bsrc=)|\\sstyle=|\\son[a-z]+=\"|<style");
  private static final ApiUnderTest API =
      new ApiUnderTest(
          () -> ModelView.EMPTY,
          (command, requestId) -> {
            throw new IllegalStateException("not asked");
          },
          () -> new Readiness.Failed("on purpose"));

  @AfterAll
  static void close() {
    API.close();
  }

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("index.html"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyFileIsServedAsItIs(String name) throws IOException {
    HttpResponse<String> answer = API.get("/web/" + name);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Files.readString(FOLDER.resolve(name)));
  }

  @ParameterizedTest
  @CsvSource({
    "/,text/html; charset=utf-8",
    "/web/app.js,text/javascript; charset=utf-8",
    "/web/base.css,text/css; charset=utf-8",
    "/web/icon.svg,image/svg+xml",
    "/favicon.ico,image/svg+xml"
  })
  void everyFileHasItsType(String path, String type) {
    assertThat(API.get(path).headers().firstValue("Content-Type")).hasValue(type);
  }

  @Test
  void anUnchangedFileIsNotSentAgain() {
    String tag = API.get("/web/app.js").headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = API.get("/web/app.js", "If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/web",
        "/web/",
        "/web/index.html",
        "/web/nothing.js",
        "/web/..%2fapp.js",
        "/web/%2e%2e/dev/smartspawn/query/task/vocabulary.txt",
        "/web/../logback.xml",
        "/web//app.js",
        "/web/app.js/",
        "/web/app.js%00.html"
      })
  void noOtherPathLeadsToAFile(String path) {
    assertThat(API.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 404 ");
  }

  @Test
  void thePageObeysItsContentSecurityPolicy() {
    HttpResponse<String> page = API.get("/");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("script-src 'self'")
        .contains("style-src 'self'");
    assertThat(INLINE.matcher(page.body()).find()).isFalse();
  }
}
