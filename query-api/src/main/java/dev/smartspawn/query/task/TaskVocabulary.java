package dev.smartspawn.query.task;

import dev.smartspawn.query.task.Term.Role;
import dev.smartspawn.schema.enriched.Category;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The terms a task is searched for. {@code vocabulary.txt} explains how its lines are written. */
final class TaskVocabulary {
  private static final String RESOURCE = "vocabulary.txt";
  private static final Pattern LINE =
      Pattern.compile("(?<kind>[a-z-]+)( (?<weight>[1-3]))?: (?<terms>.+)");
  private static final Pattern COMMA = Pattern.compile(", *");

  /** What is neither a letter nor a digit nor part of a name such as "c++". */
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}+#]+");

  private final TermTree tree = new TermTree();
  private final int size;

  private TaskVocabulary(Map<String, Term> terms) {
    terms.forEach(tree::add);
    terms.forEach((text, term) -> Inflections.of(text).forEach(form -> tree.add(form, term)));
    size = terms.size();
  }

  /** The one that comes with Smart Spawn. */
  static TaskVocabulary standard() {
    try (InputStream resource = TaskVocabulary.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /**
   * @throws IllegalArgumentException with the line that cannot be read, or the term that stands
   *     twice
   */
  static TaskVocabulary parse(String text) {
    Map<String, Term> terms = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        readLine(line, terms);
      }
    }
    return new TaskVocabulary(terms);
  }

  private static void readLine(String line, Map<String, Term> terms) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "vocabulary line '%s': expected 'category weight: term, term'".formatted(line));
    }
    for (String written : COMMA.split(parts.group("terms"), 0)) {
      String text = BETWEEN_WORDS.matcher(written.toLowerCase(Locale.ROOT)).replaceAll(" ");
      Term term = term(terms.size(), text, parts.group("kind"), parts.group("weight"));
      if (terms.put(text, term) != null) {
        throw new IllegalArgumentException("vocabulary term '%s' stands twice".formatted(text));
      }
    }
  }

  private static Term term(int number, String text, String kind, @Nullable String weight) {
    if (weight != null) {
      return Term.vote(number, text, Category.of(kind), Integer.parseInt(weight));
    }
    return switch (kind) {
      case "ignored" -> Term.voiceless(number, text, Role.IGNORED);
      case "subject" -> Term.voiceless(number, text, Role.SUBJECT);
      default ->
          throw new IllegalArgumentException("vocabulary line '%s:' has no weight".formatted(kind));
    };
  }

  /** How many terms there are. */
  int size() {
    return size;
  }

  TermTree.Reader read(String text) {
    return tree.new Reader(text);
  }
}
