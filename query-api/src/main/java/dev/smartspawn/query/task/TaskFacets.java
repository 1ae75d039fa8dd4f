package dev.smartspawn.query.task;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a task asks for, besides its category. What is not recognised with some confidence is null.
 *
 * @param language the prompt's natural language as an ISO 639-1 code
 * @param stack the programming language or platform of a coding task, such as {@code python}
 * @param job what a coding task wants done: {@code write}, {@code fix}, {@code explain}, {@code
 *     review} or {@code agentic}
 * @param domain the field of knowledge or industry, such as {@code legal}
 * @param mathematics whether it needs mathematics
 * @param vision whether it needs to see an image
 * @param size how long the text is
 */
public record TaskFacets(
    @Nullable String language,
    @Nullable String stack,
    @Nullable String job,
    @Nullable String domain,
    boolean mathematics,
    boolean vision,
    Size size) {

  /** How long a task is. */
  public enum Size {
    /** Up to 300 characters: an instruction alone. */
    SHORT(300),
    /** Up to 3,000 characters. */
    MEDIUM(3_000),
    LONG(Integer.MAX_VALUE);

    private final int longest;

    Size(int longest) {
      this.longest = longest;
    }

    static Size of(String task) {
      for (Size size : values()) {
        if (task.length() <= size.longest) {
          return size;
        }
      }
      return LONG;
    }

    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
