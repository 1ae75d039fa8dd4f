package dev.smartspawn.local.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents refer to exists: files, headings, classes. */
class DocumentReferencesTest {

  private static final Path ROOT = ProjectFiles.root();
  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "node_modules", "dist", "recordings");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CLASS = Pattern.compile("`((?:[A-Z][a-z0-9]+)+(?:IT)?)`");

  /** Names of headers, of placeholders for classes, and of classes of the JDK. */
  private static final Set<String> OTHER_NAMES = Set.of("Host", "Origin", "Duration");

  static Stream<Path> documents() throws IOException {
    return files(".md").stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsSomewhere(Path document) throws IOException {
    List<String> broken =
        LINK.matcher(Files.readString(document))
            .results()
            .map(link -> link.group(1))
            .filter(link -> !link.startsWith("http") && !leadsSomewhere(document, link))
            .toList();

    assertThat(broken).isEmpty();
  }

  @Test
  void everyClassThatIsNamedExists() throws IOException {
    Set<String> classes =
        Stream.concat(files(".java").stream(), files(".ts").stream())
            .map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
            .collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    for (Path document : files(".md")) {
      CLASS
          .matcher(Files.readString(document))
          .results()
          .map(name -> name.group(1))
          .filter(name -> !OTHER_NAMES.contains(name) && !classes.contains(name))
          .forEach(name -> missing.add(ROOT.relativize(document) + " names " + name));
    }

    assertThat(missing).isEmpty();
  }

  private static boolean leadsSomewhere(Path document, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
    return Files.exists(target) && (parts.length == 1 || headings(target).contains(parts[1]));
  }

  /** As GitHub makes anchors of them. */
  private static List<String> headings(Path document) {
    try (Stream<String> lines = Files.lines(document)) {
      return lines
          .filter(line -> line.startsWith("#"))
          .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
          .map(line -> line.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(file -> file.toString().endsWith(ending))
          .filter(DocumentReferencesTest::isOurs)
          .sorted()
          .toList();
    }
  }

  private static boolean isOurs(Path file) {
    for (Path part : ROOT.relativize(file)) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }
}
