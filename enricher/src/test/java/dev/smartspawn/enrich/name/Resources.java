package dev.smartspawn.enrich.name;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.reference.Alias;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files these tests are about. */
public final class Resources {

  private static final Pattern ALIAS_LINE = Pattern.compile("([^#\\s:]+/\\S+): \\[(.+)\\]");

  private Resources() {}

  public static String text(String name) {
    try (InputStream in = Resources.class.getResourceAsStream("/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** data/aliases.yaml, which is one line a model. */
  public static List<Alias> aliases() {
    try {
      return Files.readString(root().resolve("data/aliases.yaml"))
          .lines()
          .flatMap(Resources::aliases)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Alias> aliases(String line) {
    Matcher matcher = ALIAS_LINE.matcher(line);
    if (!matcher.matches()) {
      return Stream.empty();
    }
    CanonicalId id = CanonicalId.of(matcher.group(1));
    return Arrays.stream(matcher.group(2).split(",\\s*")).map(name -> new Alias(name, id));
  }

  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.exists(at.resolve("data/aliases.yaml"))) {
      at = at.getParent();
    }
    return Objects.requireNonNull(at, "no folder above has data/aliases.yaml");
  }
}
